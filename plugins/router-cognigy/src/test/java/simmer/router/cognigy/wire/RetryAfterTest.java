package simmer.router.cognigy.wire;

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
            Sunday, 22-Nov-26 21:00:05 GMT | PT5S
            Sunday, 06-Nov-94 08:49:37 GMT | PT0S
            Monday, 22-Nov-76 21:00:00 GMT | PT0S
            Friday, 22-Nov-75 21:00:00 GMT | PT429528H
            Sun Nov 22 21:00:05 2026       | PT5S
            Sun Nov  1 21:00:05 2026       | PT0S
            Tue Dec  1 21:00:00 2026       | PT216H
            -7                             | PT0S
            7s                             | PT0S
            ''                             | PT0S
            Sun, 22 Nov 2026               | PT0S
            """)
    void aWaitIsSecondsOrADate(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, Instant.parse("2026-11-22T21:00:00Z"))).isEqualTo(wait);
    }
}
