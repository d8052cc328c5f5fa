package simmer.spi;

import java.time.Duration;

import io.helidon.common.config.NamedService;

/**
 * Carries decisions out: moves a session to its level's flow. Makes one call at a time for each decision and says how it
 * went; when to call, how often, and what is done after a failure is the host's part. Called from many virtual threads at
 * once, of one session never twice at a time; so it may block on the network but runs no native code. Never called after
 * {@link #close()}.
 */
@SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
public interface Router extends NamedService, AutoCloseable {

    /**
     * What the host must know before it calls; the same at every call. Unless overridden: calls without a limit, which may
     * be made again.
     */
    default RouterTraits traits() {
        return new RouterTraits.Calls(type(), new RouterTraits.Limit.None(), true);
    }

    /**
     * Moves a session, in one attempt. The host calls this one; override it to hand on the idempotency key.
     *
     * @param dispatch what goes where
     * @param within the time for the call, over 0; after it nothing may be sent any more
     * @return as {@link #route(Session, Decision, Duration)}
     */
    default RoutingResult route(Dispatch dispatch, Duration within) {
        return route(dispatch.session(), dispatch.decision(), within);
    }

    /**
     * Moves a session, in one attempt. What goes wrong outside, a fault of the network or a refusal, is a result and not an
     * exception. If its thread is interrupted it ends soon.
     *
     * @param session which session
     * @param decision where to
     * @param within the time for the call, over 0; after it nothing may be sent any more
     */
    RoutingResult route(Session session, Decision decision, Duration within);

    /** Frees what the router holds. Called once. */
    @Override
    void close();
}
