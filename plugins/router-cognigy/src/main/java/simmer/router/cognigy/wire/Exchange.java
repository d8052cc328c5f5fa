package simmer.router.cognigy.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Http1HeadersParser;
import io.helidon.http.Status;
import io.helidon.webclient.http1.Http1StatusParser;

/**
 * One request and its answer on a connection (RFC 9112). What is no HTTP makes it throw some runtime exception, which
 * one {@link NetworkFault} tells.
 */
final class Exchange {

    static final int MAX_HEADER_BYTES = 16 * 1024;

    private static final int MAX_STATUS_LINE_BYTES = 1024;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Connection connection;
    private boolean reusable;

    Exchange(Connection connection) {
        this.connection = connection;
    }

    /** Whether nothing of the answer is left on the connection, and the other side keeps it open. */
    boolean reusable() {
        return reusable;
    }

    /** @param timeout longest wait for the next bytes */
    Answer make(Request request, Address address, Duration timeout) {
        connection.expectAnswer(request.maxAnswerBytes(), timeout);
        connection.write(bytes(request, address));

        DataReader in = connection.reader();
        Status status;
        Headers headers;
        do { // an interim answer says only that the real one is yet to come
            status = Http1StatusParser.readStatus(in, MAX_STATUS_LINE_BYTES);
            headers = Http1HeadersParser.readHeaders(in, MAX_HEADER_BYTES, true);
        } while (status.code() < 200 && status.code() != SWITCHING_PROTOCOLS);

        Instant now = Instant.now();
        BodyReader body = new BodyReader(in, request.maxAnswerBytes());
        Answer.Ending ending = body.read(status.code(), headers);
        reusable = ending == Answer.Ending.WHOLE && body.isFramed() && !isLast(headers);
        return new Answer(status.code(),
                headers.first(HeaderNames.RETRY_AFTER).map(it -> RetryAfter.parse(it, now)).orElse(Duration.ZERO),
                headers.first(HeaderNames.DATE).flatMap(it -> HttpDate.parse(it, now)), body.text(), ending);
    }

    /** Words of this header have no case. */
    private static boolean isLast(Headers headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && headers.get(HeaderNames.CONNECTION).allValues(true).stream().anyMatch("close"::equalsIgnoreCase);
    }

    private static BufferData bytes(Request request, Address address) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512)
                .append(request.method()).append(' ').append(address.basePath()).append(request.path())
                .append(" HTTP/1.1\r\n");
        append(head, "Host", address.authority());
        append(head, "User-Agent", "Simmer");
        append(head, "Accept", "application/json");
        request.headers().forEach(header -> append(head, header.name(), header.value()));
        if (body.length > 0) {
            append(head, "Content-Length", Integer.toString(body.length));
        }
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        BufferData all = BufferData.create(headBytes.length + body.length);
        all.write(headBytes);
        all.write(body);
        return all;
    }

    private static void append(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
