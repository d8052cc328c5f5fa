package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

final class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(FIRST, LONGEST, 0);
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(attempts -> backoff.after(attempts, 0.9)).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L, 1000L, 1000L, 1000L, 1000L);
        assertThat(new Backoff(Duration.ofHours(1), Duration.ofDays(1), 0).after(1_000_000, 0))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void chanceTakesAwayItsShareAtMost() {
        Backoff backoff = new Backoff(FIRST, LONGEST, 0.5);
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(2, 0.5)).isEqualTo(Duration.ofMillis(150));
        assertThat(backoff.after(2, 1)).isEqualTo(Duration.ofMillis(100));
    }
}
