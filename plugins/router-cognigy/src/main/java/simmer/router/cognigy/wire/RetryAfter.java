package simmer.router.cognigy.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The header that asks a caller to wait (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {
    }

    /**
     * Reads seconds or an HTTP date.
     *
     * @param value the header's
     * @param now what a date is compared with
     * @return the wait asked for; zero if the date is past or the value is neither
     */
    static Duration parse(String value, Instant now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            // More digits than these are more than anybody waits.
            return Duration.ofSeconds(text.length() > MAX_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(text));
        }
        return HttpDate.parse(text, now).filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
    }
}
