package simmer.benchmarks.load.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The HTTP message that a connection brought last, request or answer, in a buffer used over and over. One thread. */
final class Message {

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int LARGEST = 1 << 20;

    private byte[] bytes = new byte[4096];
    private int size;
    private int bodyStart;

    /**
     * Reads the next one.
     *
     * @return false if the other side ended the connection instead
     * @throws IOException if it breaks off, has no {@code Content-Length} or is followed by more than belongs to it
     */
    boolean read(ReadableByteChannel channel) throws IOException {
        size = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            if (!more(channel)) {
                return false;
            }
            headEnd = indexOf(HEAD_END, 0);
        }
        bodyStart = headEnd + HEAD_END.length;
        int end = bodyStart + contentLength(headEnd);
        while (size < end) {
            if (!more(channel)) {
                throw new EOFException("the connection ended within a body");
            }
        }
        if (size > end) {
            throw new IOException((size - end) + " bytes after the end of a message");
        }
        return true;
    }

    private boolean more(ReadableByteChannel channel) throws IOException {
        if (size == bytes.length) {
            if (size == LARGEST) {
                throw new IOException("a message of over " + LARGEST + " bytes");
            }
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        int read = channel.read(ByteBuffer.wrap(bytes, size, bytes.length - size));
        if (read < 0 && size > 0) {
            throw new EOFException("the connection ended within a head");
        }
        size += Math.max(0, read);
        return read >= 0;
    }

    private int contentLength(int headEnd) throws IOException {
        String head = new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int name = head.indexOf(LENGTH);
        if (name < 0) {
            throw new IOException("a message without Content-Length: " + head);
        }
        int start = name + LENGTH.length();
        int end = head.indexOf('\r', start);
        return Integer.parseInt(head.substring(start, end < 0 ? headEnd : end).strip());
    }

    /** Of an answer: the three digits after {@code HTTP/1.1}. */
    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    boolean bodyContains(byte[] searched) {
        return indexOf(searched, bodyStart) >= 0;
    }

    private int indexOf(byte[] searched, int from) {
        for (int at = from; at <= size - searched.length; at++) {
            if (bytes[at] == searched[0]
                    && Arrays.equals(bytes, at, at + searched.length, searched, 0, searched.length)) {
                return at;
            }
        }
        return -1;
    }
}
