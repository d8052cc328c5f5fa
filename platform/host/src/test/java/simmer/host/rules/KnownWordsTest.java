package simmer.host.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What tells languages apart before any phrase is taken apart. */
final class KnownWordsTest {

    private static final Language GERMAN = new Language("de", Map.of("mensch", List.of("mitarbeiter", "echter mensch")),
            Map.of("habs", "habe es"), List.of(), List.of(), List.of("Straße"),
            new Phrases(List.of("nicht"), List.of("nicht nur")),
            List.of("aber"), List.of("danke"), List.of("hallo"));

    private static Iterable<String> known(String... phrases) {
        return KnownWords.of(GERMAN, List.of(new Phrases(List.of(phrases), List.of())));
    }

    @Test
    void wordsOfPhrasesListsNegationsAndBreaksAreKnown() {
        assertThat(known("(will|möchte) ..3 <mensch>? $")).containsExactlyInAnyOrder("will", "mochte", "moechte",
                "mitarbeiter",
                "echter", "mensch", "nicht", "nur", "aber", "strasse", "habs");
    }

    @Test
    void beginningsOfWordsAreNone() {
        assertThat(known("künd* ich")).contains("ich").doesNotContain("kund", "kuend");
    }

    @Test
    void whatIsSpelledInHasteIsKnownAsItIsMeant() {
        assertThat(known("habs satt")).contains("habs", "habe", "es", "satt");
    }

    @Test
    void aBrokenPhraseIsNoReasonToStop() {
        assertThat(known("(a|b", "c)", "<x", "..9 d", "", "*")).contains("b", "c", "d");
    }
}
