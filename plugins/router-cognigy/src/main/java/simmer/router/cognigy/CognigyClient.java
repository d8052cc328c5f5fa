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
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.spi.DnsResolver;

import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/**
 * Makes calls over HTTP/1.1. Each blocks, on a virtual thread, until there is an answer or a fault; to interrupt
 * that thread closes its connection. For use by several threads.
 */
final class CognigyClient implements AutoCloseable {

    private static final Header USER_AGENT = HeaderValues.createCached(HeaderNames.USER_AGENT, "Simmer");
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final Duration AFTER_THE_DEADLINE = Duration.ofMillis(100);
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** What chunks' sizes and a last read may add to an answer of the greatest length. */
    private static final int FRAMING_BYTES = 16 * 1024;
    private static final int PIECE_BYTES = 4096;

    private final CognigyAddress address;
    private final Duration readTimeout;
    private final int maxAnswerBytes;
    private final Http1Client http;
    private final Connections connections;

    /** @param names finds the address of a host's name */
    CognigyClient(CognigyAddress address, DnsResolver names, CognigyConfig config) {
        this.address = address;
        this.readTimeout = config.readTimeout();
        this.maxAnswerBytes = config.maxAnswerBytes();
        WebClient web = WebClient.builder()
                .connectTimeout(config.connectTimeout())
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
     * @param deadline after it nothing is sent any more
     * @throws NoAnswerException if there was no answer
     */
    Answer send(CognigyCall call, Deadline deadline) {
        Connection connection = connect();
        boolean reusable = false;
        try {
            if (!deadline.left().isPositive()) {
                // The process may have been stopped for longer than its caller has: then another may be sending by now.
                throw new NoAnswerException(new Failed(Fault.TIMEOUT, "There was no time left for a call to Cognigy.")
                        .notArrived());
            }
            Exchange exchange = exchange(connection, call, readTimeout(deadline));
            reusable = exchange.reusable() && connection.usable();
            return exchange.answer();
        } catch (NoAnswerException e) {
            throw e;
        } catch (RuntimeException e) { // what Helidon throws at a fault or at rubbish is of many kinds
            throw new NoAnswerException(networkError(e));
        } finally {
            if (reusable) {
                connections.keep(connection);
            } else {
                connection.closeResource();
            }
        }
    }

    private Connection connect() {
        try {
            return connections.take();
        } catch (RuntimeException e) {
            throw new NoAnswerException(networkError(e).notArrived());
        }
    }

    private Failed networkError(RuntimeException thrown) {
        return new Failed(Fault.NETWORK, "Network error contacting Cognigy API at " + address.hostAndPort() + ": "
                + NetworkReason.of(thrown) + ".");
    }

    /** Where the time that is left is shorter, its end is noticed first, and is what the user is told. */
    private Duration readTimeout(Deadline deadline) {
        // Never zero, which would wait for ever.
        Duration left = Duration.ofMillis(Math.max(1, deadline.left().plus(AFTER_THE_DEADLINE).toMillis()));
        return left.compareTo(readTimeout) < 0 ? left : readTimeout;
    }

    private Exchange exchange(Connection connection, CognigyCall call, Duration timeout) {
        connection.expectAnswer();
        try (HttpClientResponse response = http.method(Method.POST)
                .uri(address.at(call.path()))
                .connection(connection)
                .readTimeout(timeout)
                .header(call.credentials())
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .header(HeaderValues.ACCEPT_JSON)
                .header(USER_AGENT)
                .header(IDEMPOTENCY_KEY, call.idempotencyKey())
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
