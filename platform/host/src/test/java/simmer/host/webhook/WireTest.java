package simmer.host.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Simmer;
import simmer.host.fixture.Home;

/** What no HTTP client would send: a whole host, spoken to in bytes. */
final class WireTest {

    private static final String REQUEST_LINE = "POST /webhook/sentiment-escalation HTTP/1.1\r\nHost: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Simmer simmer;

    @BeforeEach
    void start() throws IOException {
        simmer = Simmer.start(new Home(folder).installation());
    }

    @AfterEach
    void stop() {
        simmer.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simmer.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The statuses of all answers until the server closes the connection. */
    private static List<String> statuses(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return STATUS.matcher(all).results().map(match -> match.group(1)).toList();
        }
    }

    private List<String> send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return statuses(socket);
        }
    }

    private static String webhook(String session) {
        String body = "{\"session\":{\"id\":\"" + session + "\"}}";
        return REQUEST_LINE + JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void aRefusedBodyIsNeverTakenForTheNextRequest() throws IOException {
        String hidden = webhook("smuggled");
        assertThat(
                send(REQUEST_LINE + "Content-Type: text/plain\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden))
                .containsExactly("415");
        String large = hidden.repeat(2_000);
        assertThat(send(REQUEST_LINE + JSON + "Content-Length: " + large.length() + "\r\n\r\n" + hidden))
                .containsExactly("413");
    }

    @Test
    void whoIsStillSendingARefusedBodyGetsTheAnswer() throws IOException {
        byte[] half = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((REQUEST_LINE + JSON + "Content-Length: " + 2 * half.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(half);
            InputStream in = socket.getInputStream();
            String status = new String(in.readNBytes("HTTP/1.1 413".length()), StandardCharsets.UTF_8);
            out.write(half);
            in.readAllBytes();
            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aRefusedBodyHasItsEnd() throws IOException {
        byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((REQUEST_LINE + JSON + "Content-Length: 2000000000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> {
                for (int sent = 0; sent < 2_000_000_000; sent += part.length) {
                    out.write(part);
                }
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoWaitsToBeAskedForABodyIsRefusedWithoutBeingAsked() throws IOException {
        assertThat(send(REQUEST_LINE + JSON + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n"))
                .containsExactly("413");
    }

    @Test
    void aRefusedPayloadLeavesTheConnectionForTheNextRequest() throws IOException {
        assertThat(send(REQUEST_LINE + JSON + "Content-Length: 2\r\n\r\n{}" + webhook("next")
                + REQUEST_LINE + "Content-Type: text/plain\r\nContent-Length: 0\r\n\r\n"))
                .containsExactly("400", "200", "415");
    }

    @Test
    void aBodyThatIsFramedWronglyIsTheCallersMistake() throws IOException {
        assertThat(send(REQUEST_LINE + JSON + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n"))
                .containsExactly("400");
        assertThat(send(REQUEST_LINE + "Content-Type: ///\r\nContent-Length: 2\r\n\r\n{}")).containsExactly("415");
    }

    @Test
    void aBodyThatDribblesIsGivenUp() throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((REQUEST_LINE + JSON + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            long begun = System.nanoTime();
            Thread dribble = Thread.startVirtualThread(() -> dribble(out));
            assertThat(statuses(socket)).containsExactly("408");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
            dribble.interrupt();
        }
    }

    private static void dribble(OutputStream out) {
        try {
            for (int i = 0; i < 1_000 && !Thread.currentThread().isInterrupted(); i++) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (IOException e) {
            // The server has had enough.
            return;
        }
    }
}
