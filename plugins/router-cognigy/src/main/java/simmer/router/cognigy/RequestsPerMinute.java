package simmer.router.cognigy;

import java.time.Duration;
import java.util.regex.Pattern;

import simmer.spi.RouterTraits.Limit;

/** The option {@code requests-per-minute}: a whole number, or {@value #UNLIMITED}. */
final class RequestsPerMinute {

    private static final String UNLIMITED = "unlimited";
    private static final int MAX_REQUESTS = 60_000;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private static final Limit TUTORIALS = new Limit.AtMost(50, Duration.ofMinutes(1));
    /** Shared Cognigy takes 1,000 from an address; what is left is for tokens, conversations, and our neighbours. */
    private static final Limit SHARED_CLOUDS = new Limit.AtMost(900, Duration.ofMinutes(5));

    /** What an option must be. */
    static final String RANGE = "1 to " + MAX_REQUESTS + " or " + UNLIMITED;

    private RequestsPerMinute() {
    }

    static boolean isValid(String text) {
        return text.equals(UNLIMITED) || (WHOLE_NUMBER.matcher(text).matches() && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_REQUESTS);
    }

    /** @param text a valid one */
    static Limit limit(String text) {
        return text.equals(UNLIMITED)
                ? new Limit.None()
                : new Limit.AtMost(Integer.parseInt(text), Duration.ofMinutes(1));
    }

    /** The limit that is known of a dialect's calls. */
    static Limit usual(DialectName dialect) {
        return dialect.isTutorials() ? TUTORIALS : SHARED_CLOUDS;
    }
}
