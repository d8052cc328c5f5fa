package simmer.http.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {

    @Test
    void whatCantBeSeenOrSplitsALineBecomesASpace() {
        assertThat(OneLine.of(" a\r\nb\u001b[31mc\u202ed\u2028e\ud800 ")).isEqualTo("a b [31mc d e");
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        assertThat(OneLine.of("😀".repeat(200))).isEqualTo("😀".repeat(200));
        assertThat(OneLine.of("😀".repeat(201))).isEqualTo("😀".repeat(199) + "…");
    }
}
