package simmer.router.cognigy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.ClientResponseHeaders;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.spi.DnsResolver;

import simmer.spi.RoutingResult.Fault;

/**
 * Makes single attempts over HTTP/1.1. Each blocks, on a virtual thread, until there is an answer or a fault; to interrupt
 * that thread closes its connection. For use by several threads.
 */
final class CognigyClient implements AutoCloseable {

    private static final Header USER_AGENT = HeaderValues.createCached(HeaderNames.USER_AGENT, "Simmer");
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** What chunks' sizes and a last read may add to an answer of the greatest length. */
    private static final int FRAMING_BYTES = 16 * 1024;
    private static final int PIECE_BYTES = 4096;

    private final CognigyAddress address;
    private final int maxAnswerBytes;
    private final Http1Client http;
    private final Connections connections;

    /**
     * @param names finds the address of a host's name
     * @param connectTimeout longest wait for a connection
     * @param maxAnswerBytes most bytes of an answer's body
     */
    CognigyClient(CognigyAddress address, DnsResolver names, Duration connectTimeout, int maxAnswerBytes) {
        this.address = address;
        this.maxAnswerBytes = maxAnswerBytes;
        WebClient web = WebClient.builder()
                .connectTimeout(connectTimeout)
                .dnsResolver(names)
                .followRedirects(false)
                .proxy(Proxy.noProxy())
                .shareConnectionCache(false)
                .build();
        http = web.client(Http1Client.PROTOCOL);
        connections = new Connections(web, address, maxAnswerBytes + MAX_HEADER_BYTES + FRAMING_BYTES);
    }

    /**
     * Posts a call once.
     *
     * @param readTimeout longest wait for the next bytes, 1 ms or more
     * @throws TryAgainException if there was no answer
     */
    Answer send(CognigyCall call, Duration readTimeout) {
        try {
            Connection connection = connections.take();
            boolean reusable = false;
            try {
                Exchange exchange = exchange(connection, call, readTimeout);
                reusable = exchange.reusable() && connection.usable();
                return exchange.answer();
            } finally {
                if (reusable) {
                    connections.keep(connection);
                } else {
                    connection.closeResource();
                }
            }
        } catch (RuntimeException e) { // what Helidon throws at a fault or at rubbish is of many kinds
            throw new TryAgainException(Fault.NETWORK, "Network error contacting Cognigy API at "
                    + address.hostAndPort() + ": " + NetworkReason.of(e) + ".", Duration.ZERO);
        }
    }

    private Exchange exchange(Connection connection, CognigyCall call, Duration readTimeout) {
        connection.expectAnswer();
        try (HttpClientResponse response = http.method(Method.POST)
                .uri(address.at(call.path()))
                .connection(connection)
                .readTimeout(readTimeout)
                .header(call.credentials())
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .header(HeaderValues.ACCEPT_JSON)
                .header(USER_AGENT)
                .submit(call.body().toString().getBytes(StandardCharsets.UTF_8))) {
            ClientResponseHeaders headers = response.headers();
            boolean framed = headers.contains(HeaderNames.CONTENT_LENGTH)
                    || headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED) || response.status().code() == 204;
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Answer.Ending ending = read(response, body, framed);
            if (ending != Answer.Ending.WHOLE) {
                // Before the response is closed, which would wait a whole read time-out more for the rest.
                connection.closeResource();
            }
            Answer answer = new Answer(response.status().code(), retryAfter(headers),
                    body.toString(StandardCharsets.UTF_8), ending);
            return new Exchange(answer, framed && ending == Answer.Ending.WHOLE
                    && !headers.contains(HeaderValues.CONNECTION_CLOSE));
        }
    }

    private Answer.Ending read(HttpClientResponse response, ByteArrayOutputStream body, boolean framed) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            // Closed with the response.
            InputStream in = response.inputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                body.write(piece, 0, length);
                if (body.size() > maxAnswerBytes) {
                    return Answer.Ending.TOO_LONG;
                }
            }
            return Answer.Ending.WHOLE;
        } catch (Connection.AnswerTooLongException e) {
            return Answer.Ending.TOO_LONG;
        } catch (InsufficientDataAvailableException e) {
            // Without a length the end of the connection is the end of the body.
            return framed ? Answer.Ending.BROKEN : Answer.Ending.WHOLE;
        } catch (IOException | RuntimeException e) {
            return Answer.Ending.BROKEN; // the status still counts
        }
    }

    private static Duration retryAfter(ClientResponseHeaders headers) {
        return headers.first(HeaderNames.RETRY_AFTER)
                .map(value -> RetryAfter.parse(value, Instant.now()))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        connections.close();
        http.closeResource();
    }

    /** @param reusable whether nothing of the answer is left on the connection, and it stays open */
    private record Exchange(Answer answer, boolean reusable) {
    }
}
