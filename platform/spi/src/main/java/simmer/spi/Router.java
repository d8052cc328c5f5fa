package simmer.spi;

import java.time.Duration;

import io.helidon.common.config.NamedService;

/**
 * Carries decisions out: moves a session to its level's flow. Called from many virtual threads at once, so it may block
 * on the network but runs no native code; never called after {@link #close()}.
 */
@SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
public interface Router extends NamedService, AutoCloseable {

    /**
     * Moves a session. What goes wrong outside, a fault of the network or a refusal, is a result and not an exception.
     * If its thread is interrupted it ends soon.
     *
     * @param session which session
     * @param decision where to
     * @param within the time left for all attempts together, over 0
     */
    RoutingResult route(Session session, Decision decision, Duration within);

    /** Frees what the router holds. Called once. */
    @Override
    void close();
}
