package simmer.host.delivery;

import java.util.Optional;

/**
 * Whether the other side refuses us altogether, for want of a valid key or of a permission. Then messages are held, and only
 * a probe now and then, or a webhook's own call, finds out whether someone has mended it. For use by any number of threads.
 */
final class Refusal {

    private static final System.Logger LOG = System.getLogger(Refusal.class.getName());

    private Optional<String> message = Optional.empty();
    private boolean mayProbe;

    /** What the other side says, if it refuses us. */
    synchronized Optional<String> message() {
        return message;
    }

    /** Whether a message is to be held without a call. The first to ask after {@link #probe()} may call. */
    synchronized Optional<String> holds() {
        if (message.isPresent() && mayProbe) {
            mayProbe = false;
            return Optional.empty();
        }
        return message;
    }

    /** Lets one message through. */
    synchronized void probe() {
        mayProbe = true;
    }

    /** A call was refused. Logged when it was not so before. */
    synchronized void refused(String why) {
        if (!message.equals(Optional.of(why))) {
            LOG.log(System.Logger.Level.ERROR, "sessions are not moved until this is mended: {0}", why);
        }
        message = Optional.of(why);
    }

    /** A call was not refused. Returns whether it was so before. */
    synchronized boolean mended() {
        boolean was = message.isPresent();
        if (was) {
            LOG.log(System.Logger.Level.INFO, "Cognigy takes our calls again: what was held is sent now");
        }
        message = Optional.empty();
        return was;
    }
}
