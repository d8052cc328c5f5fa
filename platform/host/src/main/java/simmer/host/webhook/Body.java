package simmer.host.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;

/** Reads a webhook's body: JSON by its media type, within a bound of bytes and of time, in UTF-8. */
final class Body {

    private static final int CHUNK_BYTES = 8_192;
    private static final String ADVICE = "send application/json (in Cognigy's HTTP Request node, choose JSON as the"
            + " content type)";

    private Body() {
    }

    /**
     * Reads the whole body.
     *
     * @param within how long a sender may take; a single wait for bytes is bounded by the server's read timeout
     * @throws BadRequest 400, 408, 413 or 415
     */
    static String read(ServerRequest request, int maxBytes, Duration within) {
        requireJson(request);
        if (request.headers().contentLength().orElse(0) > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try (InputStream in = request.content().inputStream()) {
            // No more, for who announces much need not send it.
            int announced = (int) Math.min(request.headers().contentLength().orElse(0), 2 * CHUNK_BYTES);
            return decode(bytes(in, announced, maxBytes, System.nanoTime() + within.toNanos()));
        } catch (BadRequest e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever Helidon throws when a sender hangs up or frames a body wrongly.
            throw BadRequest.unread(Status.BAD_REQUEST_400, "the body broke off, or its length or chunks are wrong");
        }
    }

    private static byte[] bytes(InputStream in, int announced, int maxBytes, long untilNanos) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(announced);
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > maxBytes) {
                throw tooLarge(maxBytes);
            }
            if (System.nanoTime() > untilNanos) {
                throw BadRequest.unread(Status.REQUEST_TIMEOUT_408, "the body took longer than an answer may");
            }
        }
        return body.toByteArray();
    }

    private static void requireJson(ServerRequest request) {
        Optional<HttpMediaType> type;
        try {
            type = request.headers().contentType();
        } catch (RuntimeException e) {
            throw unsupported("the content type can't be read: " + ADVICE);
        }
        if (type.isEmpty()) {
            throw unsupported("no content type was sent: " + ADVICE);
        }
        String text = type.get().mediaType().text().toLowerCase(Locale.ROOT);
        if (!text.equals("application/json") && !text.endsWith("+json")) {
            throw unsupported(text + " can't be read: " + ADVICE);
        }
        String charset = type.get().charset().orElse("utf-8");
        if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw unsupported("the charset " + charset + " can't be read: send UTF-8");
        }
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw BadRequest.body("the body is not UTF-8");
        }
    }

    private static BadRequest tooLarge(int maxBytes) {
        return BadRequest.unread(Status.REQUEST_ENTITY_TOO_LARGE_413, "the body is over " + maxBytes
                + " bytes: send fewer turns of history, or raise simmer.webhook.max-body-bytes");
    }

    private static BadRequest unsupported(String detail) {
        return BadRequest.unread(Status.UNSUPPORTED_MEDIA_TYPE_415, detail);
    }
}
