package simmer.router.cognigy.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Http1HeadersParser;

/** Reads the body of one answer, as far as its bound allows (RFC 9112, sections 6 and 7). */
final class BodyReader {

    private static final int MAX_CHUNK_LINE_BYTES = 1024;
    private static final int MAX_HEX_DIGITS = 15;

    private final DataReader in;
    private final int maxBytes;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean framed = true;

    BodyReader(DataReader in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Whether the body has an end of its own, so that another answer can follow on the connection. */
    boolean isFramed() {
        return framed;
    }

    /** What was read, taken as UTF-8. */
    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Reads to the end, to the bound, or to where it breaks: the status of a broken answer still counts. */
    Answer.Ending read(int status, Headers headers) {
        try {
            if (status == 204 || status == 304) {
                return Answer.Ending.WHOLE;
            }
            if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
                framed = isChunked(headers.get(HeaderNames.TRANSFER_ENCODING).allValues(true));
                return framed ? chunks() : everything();
            }
            if (headers.contains(HeaderNames.CONTENT_LENGTH)) {
                take(Long.parseLong(headers.get(HeaderNames.CONTENT_LENGTH).get().strip()));
                return Answer.Ending.WHOLE;
            }
            framed = false;
            return everything();
        } catch (Connection.AnswerTooLongException e) {
            return Answer.Ending.TOO_LONG;
        } catch (RuntimeException e) { // a read timeout, a reset, rubbish between chunks
            return Answer.Ending.BROKEN;
        }
    }

    /** In any case: names of codings have none. */
    private static boolean isChunked(List<String> codings) {
        return codings.getLast().strip().equalsIgnoreCase("chunked");
    }

    private Answer.Ending chunks() {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            take(size);
            endLine();
        }
        Http1HeadersParser.readHeaders(in, Exchange.MAX_HEADER_BYTES, false); // trailers, of which we want none
        return Answer.Ending.WHOLE;
    }

    private long chunkSize() {
        int length = in.findNewLine(MAX_CHUNK_LINE_BYTES);
        if (length >= MAX_CHUNK_LINE_BYTES) {
            throw new IllegalStateException("a chunk's line without end");
        }
        String line = in.readAsciiString(length);
        endLine();
        String size = line.split(";", 2)[0].strip();
        if (size.length() > MAX_HEX_DIGITS || !size.matches("\\p{XDigit}+")) {
            throw new IllegalStateException("a chunk without size");
        }
        return Long.parseLong(size, 16);
    }

    private void endLine() {
        if (!in.startsWithNewLine()) {
            throw new IllegalStateException("a chunk longer than it says");
        }
        in.skip(2);
    }

    private void take(long bytes) {
        for (long left = bytes; left > 0;) {
            left -= takeSome(left);
        }
    }

    private Answer.Ending everything() {
        while (true) {
            try {
                takeSome(Long.MAX_VALUE);
            } catch (InsufficientDataAvailableException e) {
                return Answer.Ending.WHOLE; // the end of the connection is the end of the body
            }
        }
    }

    private int takeSome(long atMost) {
        in.ensureAvailable();
        byte[] bytes = in.readBytes((int) Math.min(in.available(), atMost));
        if (body.size() + bytes.length > maxBytes) {
            throw new Connection.AnswerTooLongException();
        }
        body.write(bytes, 0, bytes.length);
        return bytes.length;
    }
}
