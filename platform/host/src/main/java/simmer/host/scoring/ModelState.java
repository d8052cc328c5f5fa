package simmer.host.scoring;

import java.time.Duration;
import java.util.Optional;

/**
 * How the model does.
 *
 * @param silence how long it has shown no sign, nor its fallback, although asked: over some seconds, it hangs
 * @param outage why it can't read at present, as it says itself
 * @param fallback whether another model reads then
 */
public record ModelState(Duration silence, Optional<String> outage, boolean fallback) {

    /** Whether nothing can be read, by what the model says. */
    public boolean isAway() {
        return outage.isPresent() && !fallback;
    }
}
