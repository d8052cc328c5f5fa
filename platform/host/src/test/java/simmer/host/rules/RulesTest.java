package simmer.host.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import simmer.host.decision.RuleHit;
import simmer.spi.Utterance;

/** The notation of phrases, and what is recognised behind how people type. */
final class RulesTest {

    private static final Language ENGLISH = new Language("en", Map.of("human", List.of("agent", "human being")),
            Map.of("don't", "do not", "gimme", "give me"), List.of("fuck"), List.of("agent"),
            List.of("agenda", "i", "the", "an", "was"),
            new Phrases(List.of("not", "never"), List.of("why not")), List.of("but", "want"), List.of(), List.of());

    private static boolean hits(Phrases phrases, String text) {
        Rules rules = Rules.of(List.of(ENGLISH), List.of(new Rule("rule", "level", Map.of("en", phrases))));
        return !rules.match("en", new Utterance(text)).isEmpty();
    }

    private static boolean hits(String phrase, String text) {
        return hits(new Phrases(List.of(phrase), List.of()), text);
    }

    @Test
    void wordsFollowEachOther() {
        assertThat(hits("talk to", "Let's TALK, to them")).isTrue();
        assertThat(hits("talk to", "talk about it to them")).isFalse();
        assertThat(hits("talk to", "we talk. To whom?")).as("across sentences").isFalse();
    }

    @Test
    void alternativesOptionsPrefixesAndLists() {
        assertThat(hits("(talk|speak up) now", "speak up now")).isTrue();
        assertThat(hits("(talk|speak up) now", "speak now")).isFalse();
        assertThat(hits("an? agent", "agent")).isTrue();
        assertThat(hits("call*", "she calling")).isTrue();
        assertThat(hits("get <human>", "get human being")).isTrue();
        assertThat(hits("(a|b (c|d)?)? e", "b e")).isTrue();
    }

    @Test
    void aGapIsBoundedAndStaysInItsClause() {
        assertThat(hits("want ..2 agent", "want one more agent")).isTrue();
        assertThat(hits("want ..2 agent", "want just one more agent")).isFalse();
        assertThat(hits("want ..2 agent", "want money, the agent")).isFalse();
        assertThat(hits("want ..2 agent", "want not an agent")).as("negated in the gap").isFalse();
    }

    @Test
    void anchorsHoldASentence() {
        assertThat(hits("^ agent $", "Hello. Agent! Now")).isTrue();
        assertThat(hits("^ agent $", "the agent")).isFalse();
        assertThat(hits("^ agent $", "agent smith")).isFalse();
    }

    @Test
    void anotherSenseTakesBackWhatItTouches() {
        Phrases phrases = new Phrases(List.of("want ..1 agent"), List.of("estate agent"));
        assertThat(hits(phrases, "want estate agent")).isFalse();
        assertThat(hits(phrases, "the estate agent left, I want an agent")).isTrue();
    }

    @Test
    void aNegationReachesThreeWordsWithinItsClause() {
        assertThat(hits("call agent", "I would not please please please call agent")).isFalse();
        assertThat(hits("call agent", "not this and that and so call agent")).isTrue();
        assertThat(hits("call agent", "not now, call agent")).isTrue();
        assertThat(hits("call agent", "not bots but call agent")).as("a word breaks it").isTrue();
        assertThat(hits("call agent", "I do not want to call agent")).as("but not right after it").isFalse();
        assertThat(hits("call agent", "why not call agent")).as("no negation").isTrue();
    }

    @Test
    void aPhraseMayHoldItsOwnNegation() {
        assertThat(hits("never again", "never again")).isTrue();
    }

    @Test
    void hasteAndPlayAreSeenThrough() {
        for (String text : List.of("AGENTTT", "aaagent", "4gent", "@gent", "ag3nt", "a g e n t", "a-g-e-n-t", "a.g.e.n.t",
                "agnet", "aegnt", "*agent*", "ágent", "agen\u200dt", "🙏agent🙏", "_agent_")) {
            assertThat(hits("agent", text)).as(text).isTrue();
        }
        assertThat(hits("do not go", "dont go")).isTrue();
        assertThat(hits("give me", "gimme")).isTrue();
        assertThat(hits("agent please", "a g e n t p l e a s e")).isTrue();
        for (String text : List.of("f*** you", "f*ck you", "f@#$ you", "f**k you", "fuuuck you", "FUCK YOU")) {
            assertThat(hits("fuck you", text)).as(text).isTrue();
        }
    }

    @Test
    void aSlipIsForgivenOnlyInsideALongWord() {
        assertThat(hits("operator", "oprator")).as("left out").isTrue();
        assertThat(hits("operator", "operattor")).as("doubled").isTrue();
        assertThat(hits("operators", "opetators")).as("wrong").isTrue();
        assertThat(hits("agent", "agnet")).as("swapped, in a chosen word").isTrue();
        assertThat(hits("price", "pirce")).as("in a short word").isFalse();
        assertThat(hits("operator", "operators")).as("another form").isFalse();
        assertThat(hits("operators", "oprtors")).as("two slips").isFalse();
        assertThat(hits("agend", "agenda")).as("a known word").isFalse();
    }

    @Test
    void umlautsMayBeSpelledOut() {
        Rules rules = Rules.of(List.of(), List.of(new Rule("leave", "high", Map.of("de", new Phrases(List.of("kündige für"),
                List.of())))));
        for (String text : List.of("kündige für", "kuendige fuer", "kundige fur", "KÜNDIGE FÜR")) {
            assertThat(rules.match("de", new Utterance(text))).as(text).containsExactly(new RuleHit("leave", "high"));
        }
    }

    @Test
    void hitsComeOnceEachInTheRulesOrder() {
        Phrases phrases = new Phrases(List.of("agent", "agent please"), List.of());
        Rules rules = Rules.of(List.of(ENGLISH), List.of(new Rule("second", "b", Map.of("en", phrases)),
                new Rule("first", "a", Map.of("en", phrases)), new Rule("other", "c", Map.of("de", phrases))));
        assertThat(rules.match("en-GB", new Utterance("agent please agent"))).containsExactly(new RuleHit("second", "b"),
                new RuleHit("first", "a"));
    }

    @Test
    void theLanguageThatMostWordsAreKnownInIsReadToo() {
        Rules rules = Rules.of(List.of(ENGLISH),
                List.of(new Rule("human", "high", Map.of("en", new Phrases(List.of("want agent"),
                        List.of()), "es", new Phrases(List.of("quiero agente"), List.of("no quiero"))))));
        for (String tag : List.of("es", "es_MX", "ES-ar", "en", "", "it")) {
            assertThat(rules.match(tag, new Utterance("quiero agente"))).as(tag).hasSize(1);
            assertThat(rules.match(tag, new Utterance("no quiero agente"))).as(tag).isEmpty();
        }
    }

    @Test
    void scriptsWithoutSpacesCanBeMatched() {
        Rules rules = Rules.of(List.of(), List.of(new Rule("human", "high", Map.of("ja", new Phrases(List.of("人間と ..2 話"),
                List.of())))));
        assertThat(rules.match("ja", new Utterance("人間とも話したい"))).hasSize(1);
    }

    @Test
    void aBrokenPhraseSaysWhatIsWrongAndWhere() {
        Map<String, String> broken = Map.of("(a|b", "has no ')' for the '(' at character 1",
                "a)", "has ')' at character 2, where a word or the end belongs",
                "a | b", "has '|' at character 3, where a word or the end belongs",
                "a ..9 b", "has '..' without a number from 1 to 6 at character 3",
                "a ..2", "begins or ends with '..': put a word there",
                "a? b?", "has only words that may be missing: it would match everything",
                "<bot>", "names the list <bot>, which this language does not have; it has human",
                "a(b)", "has no space before the '(' at character 2",
                "a !!", "has no letter or digit at character 3, where a word belongs", "", "has no word at character 1");
        broken.forEach((phrase, sentence) -> assertThat(ENGLISH.problems(List.of(phrase)))
                .containsExactly("the phrase '" + phrase + "' " + sentence));
        assertThatThrownBy(() -> hits("(a|b", "x")).isInstanceOf(PhraseException.class)
                .hasMessage("the phrase '(a|b' has no ')' for the '(' at character 1");
        assertThat(ENGLISH.problems(List.of("(a|b c)? <human> ..3 d*"))).isEmpty();
        assertThat(ENGLISH.problems(List.of("a)", "b", "(c"))).as("all of them").hasSize(2);
    }

    @Test
    void aLongPhraseIsCutIntoSeveral() {
        String phrase = "(a1 b1" + " c".repeat(40) + "|a2 b2" + " c".repeat(40) + ") end";
        assertThat(hits(phrase, "a2 b2" + " c".repeat(40) + " end")).isFalse(); // letters that stand alone are one word
        String words = " word".repeat(30);
        assertThat(hits("(one" + words + "|two" + words + "|six" + words + ") end", "six" + words + " end")).isTrue();
        String tooLong = "word ".repeat(65);
        assertThat(ENGLISH.problems(List.of(tooLong)))
                .containsExactly(
                        "the phrase '" + tooLong + "' is too long, with the words of its lists and gaps: make two of it");
    }

    @Test
    void hostileTextIsReadInBoundedTime() {
        Rules rules = Rules.of(List.of(ENGLISH), List.of(new Rule("rule", "level",
                Map.of("en", new Phrases(List.of("(a|b) ..6 (a|b) ..6 (a|b) ..6 (a|b) ..6 zz", "a* ..6 b"),
                        List.of("a ..6 b"))))));
        int size = 65_536;
        for (String part : List.of("a ", "😡", "\u0301", "\u0301\u0316", "a\u0301", "\ud83d", "\udc00", "*", "f*", "$", "@a",
                "!a",
                "'", "l'", "b a c ", ".", "not ", "ﷺ", "人", "a.", "agenr ", "x")) {
            String text = "x" + part.repeat(size / part.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2),
                    () -> assertThatCode(() -> rules.match("", new Utterance(text))).doesNotThrowAnyException(), part);
            assertThat(Words.of(text)).as(part).hasSizeLessThanOrEqualTo(20 * PlainText.MAX_CHARACTERS);
        }
    }

    @Test
    void aLanguageThatWasNotPreparedIsWhenManyReadItAtOnce() {
        Rules rules = Rules.of(List.of(ENGLISH), List.of(new Rule("human", "high", Map.of("en",
                new Phrases(List.of("want agent"), List.of()), "de", new Phrases(List.of("will mitarbeiter"), List.of())))));
        rules.prepare(List.of("en", "nl"));
        assertThat(rules.languages()).containsExactly("de", "en");
        assertThat(IntStream.range(0, 64).parallel().mapToObj(_ -> rules.match("de", new Utterance("ich will Mitarbeiter"))))
                .allSatisfy(hits -> assertThat(hits).hasSize(1));
    }
}
