package simmer.router.cognigy.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text as one segment of a path (RFC 3986, sections 2 and 3.3). */
public final class PathSegment {

    private static final String UNRESERVED = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PathSegment() {
    }

    /**
     * Escapes every byte of the text's UTF-8 but those of unreserved characters.
     *
     * @return empty if the text is no Unicode, which would reach another session: half a surrogate pair becomes a "?"
     */
    public static Optional<String> escape(String text) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        StringBuilder escaped = new StringBuilder(bytes.remaining());
        while (bytes.hasRemaining()) {
            append(escaped, bytes.get());
        }
        return Optional.of(escaped.toString());
    }

    private static void append(StringBuilder escaped, byte b) {
        char c = (char) (b & 0xff);
        boolean unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || UNRESERVED.indexOf(c) >= 0;
        if (unreserved) {
            escaped.append(c);
        } else {
            escaped.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
