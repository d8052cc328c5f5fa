package simmer.router.cognigy.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A date in one of the three forms that HTTP has had (RFC 9110, section 5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US);
    /** A year of two digits is never more than fifty years ahead. */
    private static final int YEARS_AHEAD = 50;

    private HttpDate() {
    }

    /**
     * @param now what a year of two digits is near to
     * @return empty if the text has none of the three forms
     */
    static Optional<Instant> parse(String text, Instant now) {
        for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), ASCTIME)) {
            try {
                return Optional.of(form.parse(text.strip(), LocalDateTime::from).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // perhaps the next one
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter rfc850(Instant now) {
        ChronoLocalDate oldest = now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(100L - YEARS_AHEAD);
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, oldest)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US);
    }
}
