package simmer.host.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.host.rules.Word.Pause;

final class WordsTest {

    private static final String SIGNS = "aäAß1e4é' ’.,!?-*@$#😡👍🏽\u0301\u200d人か\n\ud83d\u0e32Ｈ𝐡ﷺ(\"_&%";

    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Word::text).toList();
    }

    @Test
    void wordsCompareEqualHoweverTheyAreTyped() {
        assertThat(texts("Grüße, É T É!")).containsExactly("grusse", "e", "t", "e");
        assertThat(texts("ＨＵＭＡＮ 𝐡𝐮𝐦𝐚𝐧 hu\u00adm\u200dan HU\u0301MAN")).containsExactly("human", "human", "human",
                "human");
        assertThat(texts("agent😡😡please…now")).containsExactly("agent", "please", "now");
    }

    @Test
    void apostrophesJoinButAfterAnElidedWordTheySplit() {
        assertThat(texts("I don’t")).containsExactly("i", "dont");
        assertThat(texts("l'agent qu’un")).containsExactly("l", "agent", "qu", "un");
        assertThat(texts("'quoted'")).containsExactly("quoted");
    }

    @Test
    void lettersInARowAreAtMostTwo() {
        assertThat(texts("HUMANNNNN pleeeease")).containsExactly("humann", "pleease");
        assertThat(texts("1000000")).as("digits count").containsExactly("1000000");
    }

    @Test
    void lettersWithSpaceBetweenAreOneWord() {
        assertThat(texts("an a g e n t, please")).containsExactly("an", "agent", "please");
        assertThat(texts("h-u-m-a-n h.u.m.a.n")).containsExactly("humanhuman");
        assertThat(texts("I, a b")).containsExactly("i", "a", "b");
    }

    @Test
    void signsThatHideLettersAreOneStar() {
        assertThat(texts("f*** f@#$ f#ck sh!t a$$hole @gent")).containsExactly("f*", "f*", "f*ck", "sh!t", "a$$hole",
                "@gent");
        assertThat(texts("now!! $500 #1 5% me@ & you")).containsExactly("now", "500", "1", "5", "me", "you");
    }

    @Test
    void pausesAreKept() {
        assertThat(Words.of("no, wait! so what - ok (fine) 3.5").stream().map(Word::before)).containsExactly(Pause.SENTENCE,
                Pause.CLAUSE, Pause.SENTENCE, Pause.NONE, Pause.CLAUSE, Pause.CLAUSE, Pause.CLAUSE, Pause.CLAUSE);
    }

    @Test
    void scriptsWithoutSpacesHaveAWordForEachCharacter() {
        assertThat(texts("人間と話す")).containsExactly("人", "間", "と", "話", "す");
    }

    @Test
    void aTextIsReadAtBothEndsOnly() {
        String text = "first " + "and so on ".repeat(10_000) + "last";
        assertThat(texts(text)).hasSizeLessThan(PlainText.MAX_CHARACTERS).startsWith("first").endsWith("last");
    }

    @Test
    void readingWhatWasReadChangesNothing() {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            String text = IntStream.range(0, random.nextInt(30)).map(at -> signs[random.nextInt(signs.length)])
                    .mapToObj(Character::toString).collect(Collectors.joining());
            List<String> once = texts(text);
            // Single letters that a sign kept apart may come together: that is another text.
            if (once.stream().noneMatch(word -> word.codePointCount(0, word.length()) == 1)) {
                assertThat(texts(String.join(" ", once))).as("seed %d, text %s", seed, text).isEqualTo(once);
            }
        }
    }
}
