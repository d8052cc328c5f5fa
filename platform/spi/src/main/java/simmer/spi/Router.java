package simmer.spi;

import java.time.Duration;
import java.util.List;

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

    /**
     * Reads what was said in a session so far, where the other side can tell; changes nothing there. Called as
     * {@link #route(Dispatch, Duration)} is, and at the same time as that. What goes wrong outside is a result. If its
     * thread is interrupted it ends soon. Unless overridden: says that it can't.
     *
     * @param session which session
     * @param within the time for it, over 0
     */
    default Transcript transcript(Session session, Duration within) {
        return new Transcript.Unavailable("the router " + type() + " can't read what was said before");
    }

    /**
     * Looks whether the other side can be worked with as configured: address, key, permissions, clock, round trip. Calls it
     * without changing anything there. What goes wrong outside is a finding. Unless overridden: finds nothing.
     *
     * @param within the time for all of it, over 0
     * @return what was found, in the order in which it was looked at
     */
    default List<Finding> check(Duration within) {
        return List.of();
    }

    /** Frees what the router holds. Called once. */
    @Override
    void close();
}
