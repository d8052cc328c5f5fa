package simmer.router.cognigy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** Does on the wire what no HTTP server does. Each connection is handed to the same script, after its first request. */
final class RawServer implements AutoCloseable {

    /** What happens on a connection once a whole request has come in. */
    @FunctionalInterface
    interface Script {

        void play(Socket socket, int connection) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch firstGone = new CountDownLatch(1);

    private RawServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    static RawServer start(Script script) throws IOException {
        return start(ServerSocketFactory.getDefault(), script);
    }

    /** One that speaks TLS. */
    static RawServer startTls(SSLContext context, Script script) throws IOException {
        return start(context.getServerSocketFactory(), script);
    }

    private static RawServer start(ServerSocketFactory sockets, Script script) throws IOException {
        RawServer server = new RawServer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    String baseUrl() {
        return Routers.baseUrl(listener.getLocalPort());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Whole requests that have come in. */
    int requests() {
        return requests.get();
    }

    int connections() {
        return connections.get();
    }

    /** Waits until a client has closed a connection whose script is over. */
    boolean sawAClientLeave(long seconds) throws InterruptedException {
        return firstGone.await(seconds, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            readRequest(socket.getInputStream());
            requests.incrementAndGet();
            script.play(socket, number);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | InterruptedException gone) {
            // a client that leaves is what some tests want
        } finally {
            firstGone.countDown();
        }
    }

    /** Reads headers and as much of a body as they announce. */
    static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request broke off");
            }
            head.append((char) next);
        }
        int length = head.toString().lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst().orElse(0);
        in.readNBytes(length);
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
