package simmer.benchmarks.load.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for Cognigy: says yes at once to whatever it is sent, and counts. */
public final class StandIn implements AutoCloseable {

    private static final byte[] YES = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"
            + "{\"ok\":true}").getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel server;
    private final AtomicLong calls = new AtomicLong();

    private StandIn(ServerSocketChannel server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /** On a free port of 127.0.0.1. */
    public static StandIn start() throws IOException {
        return new StandIn(ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024));
    }

    /** Such as {@code http://127.0.0.1:40123/api/v1}. */
    public String baseUrl() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/api/v1";
    }

    /** How often it was called so far. */
    public long calls() {
        return calls.get();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel caller = server.accept();
                caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException _) {
            // Closed: nobody calls any more.
        }
    }

    private void serve(SocketChannel caller) {
        Message request = new Message();
        try (caller) {
            while (request.read(caller)) {
                calls.incrementAndGet();
                ByteBuffer out = ByteBuffer.wrap(YES);
                while (out.hasRemaining()) {
                    caller.write(out);
                }
            }
        } catch (IOException _) {
            // The caller is gone, or ended by us; it counts what failed.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
