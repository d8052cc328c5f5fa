package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {

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
