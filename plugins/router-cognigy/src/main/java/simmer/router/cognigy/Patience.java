package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;

import io.helidon.faulttolerance.Retry;

/**
 * Decides whether one call is tried again, and when: as Cognigy asked, else with {@link Backoff}; never if the time left
 * would be over by then. Belongs to one call and its thread, for it carries what that call's last answer asked.
 */
final class Patience implements Retry.RetryPolicy {

    private final int retries;
    private final Backoff backoff;
    private final Deadline deadline;
    private Duration asked = Duration.ZERO;

    Patience(int retries, Backoff backoff, Deadline deadline) {
        this.retries = retries;
        this.backoff = backoff;
        this.deadline = deadline;
    }

    /** @param wait what the last answer asked for; zero if nothing */
    void asked(Duration wait) {
        asked = wait;
    }

    /** @param call 1 after the first failure, whatever the interface says */
    @Override
    public Optional<Long> nextDelayMillis(long firstCallMillis, long lastDelay, int call) {
        if (call > retries) {
            return Optional.empty();
        }
        Duration ours = backoff.before(call);
        Duration wait = asked.compareTo(ours) > 0 ? asked : ours;
        return wait.compareTo(deadline.left()) < 0 ? Optional.of(wait.toMillis()) : Optional.empty();
    }
}
