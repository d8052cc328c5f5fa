package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(FIRST, LONGEST, 0, () -> 0.9);
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(backoff::before).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L, 1000L, 1000L, 1000L, 1000L);
    }

    @Test
    void chanceTakesAwayItsShareAtMost() {
        assertThat(new Backoff(FIRST, LONGEST, 0.5, () -> 0).before(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(new Backoff(FIRST, LONGEST, 0.5, () -> 0.5).before(2)).isEqualTo(Duration.ofMillis(150));
        assertThat(new Backoff(FIRST, LONGEST, 0.5, () -> 1).before(2)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void patienceEndsWithTheRetriesOrTheTime() {
        Backoff backoff = new Backoff(FIRST, LONGEST, 0, () -> 0);
        Patience patience = new Patience(2, backoff, Deadline.in(Duration.ofSeconds(30)));
        assertThat(patience.nextDelayMillis(0, 0, 2)).contains(200L);
        assertThat(patience.nextDelayMillis(0, 0, 3)).isEqualTo(Optional.empty());
        patience.asked(Duration.ofSeconds(20));
        assertThat(patience.nextDelayMillis(0, 0, 1)).contains(20_000L);
        patience.asked(Duration.ofSeconds(31));
        assertThat(patience.nextDelayMillis(0, 0, 1)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                              | PT7S
            0                              | PT0S
            007                            | PT7S
            ' 7 '                          | PT7S
            99999999999999999999           | PT596523H14M7S
            Sun, 22 Nov 2026 21:00:05 GMT  | PT5S
            Sun, 22 Nov 2026 20:59:00 GMT  | PT0S
            -7                             | PT0S
            7s                             | PT0S
            ''                             | PT0S
            Sun, 22 Nov 2026               | PT0S
            """)
    void aWaitIsSecondsOrADate(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, Instant.parse("2026-11-22T21:00:00Z"))).isEqualTo(wait);
    }
}
