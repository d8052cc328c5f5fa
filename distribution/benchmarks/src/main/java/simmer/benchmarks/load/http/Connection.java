package simmer.benchmarks.load.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** A caller's connection, kept open from request to request; opened again when it broke. One thread. */
final class Connection implements AutoCloseable {

    private static final byte[] DEGRADED = "\"degraded\":true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR = "\"status\":\"error\"".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final Message answer = new Message();
    private @Nullable SocketChannel channel;

    /** @param port on 127.0.0.1 */
    Connection(int port) {
        this.port = port;
    }

    /** Sends a request and waits for its answer. */
    Outcome exchange(byte[] request) {
        try {
            SocketChannel open = open();
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                open.write(out);
            }
            if (!answer.read(open)) {
                throw new EOFException("the connection ended before an answer");
            }
        } catch (IOException e) {
            close();
            return Outcome.FAILED;
        }
        if (answer.bodyContains(DEGRADED)) {
            return Outcome.DEGRADED;
        }
        return answer.status() == 200 && !answer.bodyContains(ERROR) ? Outcome.GOOD : Outcome.FAILED;
    }

    /** Opens it now rather than at the first request. */
    void connect() throws IOException {
        open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            open = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException _) {
                // It is not used again, whatever state it is in.
            }
            channel = null;
        }
    }
}
