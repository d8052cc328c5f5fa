package simmer.router.cognigy.wire;

import java.time.Duration;

import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.spi.DnsResolver;

import simmer.http.parts.Deadline;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/**
 * Makes requests to one service over HTTP/1.1. Each blocks, on a virtual thread, until there is an answer or a fault; to
 * interrupt that thread closes its connection. Follows no redirect. For use by several threads.
 */
public final class CognigyClient implements AutoCloseable {

    private static final Duration AFTER_THE_DEADLINE = Duration.ofMillis(100);

    private final Peer peer;
    private final Duration readTimeout;
    private final boolean keep;
    private final WebClient web;
    private final Connections connections;

    /**
     * How connections are made.
     *
     * @param connect longest wait for a connection
     * @param read longest wait for the next bytes of an answer
     * @param trust whose certificates are trusted
     * @param names finds the address of a host's name
     * @param keep whether a connection serves several calls. One that the other side closes just then leaves in doubt
     *        whether the call arrived, which matters where a call must not be made again
     */
    public record Settings(Duration connect, Duration read, Tls trust, DnsResolver names, boolean keep) {
    }

    public CognigyClient(Peer peer, Settings settings) {
        this.peer = peer;
        this.readTimeout = settings.read();
        this.keep = settings.keep();
        web = WebClient.builder()
                .connectTimeout(settings.connect())
                .dnsResolver(new KeptName(settings.names()))
                .tls(settings.trust())
                .proxy(Proxy.noProxy())
                .shareConnectionCache(false)
                .build();
        connections = new Connections(web, peer.address());
    }

    /** Whom this one calls. */
    public Peer peer() {
        return peer;
    }

    /**
     * Makes a request once.
     *
     * @param deadline after it nothing is sent any more
     * @throws NoAnswerException if there was no answer
     */
    public Answer send(Request request, Deadline deadline) {
        Connection connection = connect();
        boolean reusable = false;
        try {
            if (!deadline.left().isPositive()) {
                // The process may have been stopped for longer than its caller has: then another may be sending by now.
                throw new NoAnswerException(new Failed(Fault.TIMEOUT, "There was no time left for a call to Cognigy. "
                        + Advice.IF_IT_HAPPENS_OFTEN)
                        .notArrived());
            }
            Exchange exchange = new Exchange(connection);
            Answer answer = exchange.make(request, peer.address(), readTimeout(deadline));
            reusable = keep && exchange.reusable() && connection.usable();
            return answer;
        } catch (NoAnswerException e) {
            throw e;
        } catch (RuntimeException e) { // what Helidon throws at a fault or at rubbish is of many kinds
            throw new NoAnswerException(NetworkFault.of(e, peer));
        } finally {
            if (reusable) {
                connections.keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private Connection connect() {
        try {
            return connections.take();
        } catch (RuntimeException e) {
            throw new NoAnswerException(NetworkFault.of(e, peer).notArrived());
        }
    }

    /** Where the time that is left is shorter, its end is noticed first, and is what the user is told. */
    private Duration readTimeout(Deadline deadline) {
        // Never zero, which would wait for ever.
        Duration left = Duration.ofMillis(Math.max(1, deadline.left().plus(AFTER_THE_DEADLINE).toMillis()));
        return left.compareTo(readTimeout) < 0 ? left : readTimeout;
    }

    @Override
    public void close() {
        connections.close();
        web.closeResource();
    }
}
