package simmer.host.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;

/** Reads a webhook's body: JSON by its media type, within a bound, in UTF-8. */
final class Body {

    private static final String ADVICE = "send application/json (in Cognigy's HTTP Request node, choose JSON as the"
            + " content type)";

    private Body() {
    }

    /** @throws BadRequest 413, 415 or 400 */
    static String read(ServerRequest request, int maxBytes) {
        requireJson(request);
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent() && announced.getAsLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read", e);
        }
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return decode(bytes);
    }

    private static void requireJson(ServerRequest request) {
        Optional<HttpMediaType> type;
        try {
            type = request.headers().contentType();
        } catch (IllegalArgumentException e) {
            throw unsupported("the content type can't be read: " + ADVICE);
        }
        if (type.isEmpty()) {
            throw unsupported("no content type was sent: " + ADVICE);
        }
        String text = type.get().mediaType().text();
        if (!text.equalsIgnoreCase("application/json") && !text.endsWith("+json")) {
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
            throw BadRequest.at("", "is not UTF-8");
        }
    }

    private static BadRequest tooLarge(int maxBytes) {
        return BadRequest.of(Status.REQUEST_ENTITY_TOO_LARGE_413, "the body is over " + maxBytes
                + " bytes: send fewer turns of history, or raise simmer.webhook.max-body-bytes");
    }

    private static BadRequest unsupported(String detail) {
        return BadRequest.of(Status.UNSUPPORTED_MEDIA_TYPE_415, detail);
    }

}
