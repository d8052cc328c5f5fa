package simmer.host.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/**
 * What a sender still sends of a body that has been refused: read and thrown away for a while. A connection that is closed
 * upon bytes nobody read is reset, and the sender may then lose the answer that says what is wrong (RFC 9112, 9.6).
 */
final class Leftover {

    private static final int CHUNK_BYTES = 8_192;
    /** More than a mistake sends; who sends more is reset. */
    private static final int MAX_BYTES = 1 << 20;
    /** A single wait for bytes is bounded by the server's read timeout. */
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private Leftover() {
    }

    /** Discards it, after the answer was sent and before the connection is closed. */
    static void discard(ServerRequest request) {
        if (request.headers().contains(HeaderNames.EXPECT)) {
            // This sender sends its body only once it is asked for it, as reading would.
            return;
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            long untilNanos = System.nanoTime() + WITHIN.toNanos();
            int discarded = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                discarded += read;
                if (discarded > MAX_BYTES || System.nanoTime() - untilNanos > 0) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            // The sender has gone, or frames its body wrongly: there is nobody left to answer.
        }
    }
}
