package simmer.host.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import simmer.spi.Utterance;

final class RepeatsTest {

    private static final Repeats REPEATS = new Repeats(
            List.of(new Language("en", Map.of(), Map.of(), List.of(), List.of("waiting"), List.of(),
                    Phrases.NONE, List.of(), List.of("ok", "thank you", "yes"),
                    List.of("hello", "(is)? anyone there", "still waiting"))));

    private static Progress of(String... turns) {
        return REPEATS.of(Stream.of(turns).map(Utterance::new).toList());
    }

    @Test
    void theSameWordsAreARepetitionHoweverTheyAreTyped() {
        assertThat(of("Where is my parcel?", "ok", "WHERE is my parceeel???")).isEqualTo(Progress.REPEATS);
        assertThat(of("i want my refund now", "I want my refund")).isEqualTo(Progress.REPEATS);
    }

    @Test
    void otherWordsOrNumbersAreNone() {
        assertThat(of("Where is my parcel?", "Where is my invoice?")).isEqualTo(Progress.MOVES_ON);
        assertThat(of("my order number is 4711", "my order number is 4712")).isEqualTo(Progress.MOVES_ON);
    }

    @Test
    void courtesiesMayBeSaidAgain() {
        assertThat(of("yes", "ok", "ok, thank you", "ok, thank you!")).isEqualTo(Progress.MOVES_ON);
        assertThat(of("refund", "refund")).isEqualTo(Progress.REPEATS);
    }

    @Test
    void whoOnlyWaitsSaysNothing() {
        for (String text : List.of("??", "...", "…", "!!!", "hellooo?", "Is anyone there", "hello? anyone there??",
                "still waitng")) {
            assertThat(of("where is my parcel", text)).as(text).isEqualTo(Progress.WAITS);
        }
        assertThat(of("where is my parcel", "👍")).isEqualTo(Progress.MOVES_ON);
        assertThat(of("where is my parcel", "hello I have a question")).isEqualTo(Progress.MOVES_ON);
    }

    @Test
    void aFirstTurnMovesOn() {
        assertThat(of("hello")).isEqualTo(Progress.MOVES_ON);
        assertThat(of()).isEqualTo(Progress.MOVES_ON);
    }
}
