package simmer.host.session;

import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Session;

/** What became of a webhook's turn. */
public sealed interface Step {

    /** The session, in the language that was named last. */
    Session session();

    Decision decision();

    /**
     * Decision and message were stored in one commit.
     *
     * @param holds the level that holds at Cognigy, as far as is known
     * @param repeated whether the turn had come before: this is the answer that it was given then
     */
    record Kept(Session session, Decision decision, Level holds, Sending sending, boolean repeated) implements Step {
    }

    /**
     * The store is away: decided without it, or not stored. Nothing may be sent, for nobody would know of it.
     *
     * @param holds the level that holds at Cognigy, as far as is known
     * @param sentence why, for a supervisor
     */
    record Unkept(Session session, Decision decision, Level holds, String sentence) implements Step {

        /** The code of this, for a flow. */
        public static final String CODE = "state_unavailable";
    }
}
