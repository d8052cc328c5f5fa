package simmer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of the loopback that takes no connections, whoever looks for a free one meanwhile: it is bound, and nobody listens.
 * Closing it sets it free.
 */
public final class ClosedPort implements AutoCloseable {

    private final Socket holder = new Socket();

    private ClosedPort() {
    }

    public static ClosedPort hold() {
        ClosedPort port = new ClosedPort();
        try {
            port.holder.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
    }

    public int number() {
        return holder.getLocalPort();
    }

    /** It as an address of HTTP. */
    public String url() {
        return "http://127.0.0.1:" + number();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
