package simmer.host.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import simmer.host.rules.Word.Pause;

/** All that is looked for in one language. */
final class Tongue {

    /** How many words may lie between a negation and what it takes back. */
    private static final int REACH = 3;

    private static final BitSet NOTHING = new BitSet();

    private final Lexicon lexicon;
    private final Compiled negations;
    private final PhraseSet breaks;
    private final Map<String, Compiled> rules = new LinkedHashMap<>();

    private record Compiled(PhraseSet any, PhraseSet unless) {

        static Compiled of(Phrases phrases, Vocabulary vocabulary) {
            return new Compiled(new PhraseSet(vocabulary.phrases(phrases.any())),
                    new PhraseSet(vocabulary.phrases(phrases.unless())));
        }
    }

    /** @throws PhraseException at the first phrase that breaks the notation's rules */
    Tongue(Language language, Map<String, Phrases> phrases) {
        Vocabulary vocabulary = new Vocabulary(language);
        phrases.forEach((rule, some) -> rules.put(rule, Compiled.of(some, vocabulary)));
        negations = Compiled.of(language.negations(), vocabulary);
        breaks = new PhraseSet(vocabulary.phrases(language.breaks()));
        lexicon = vocabulary.lexicon();
    }

    /** The names of the rules that apply. */
    List<String> hits(List<Word> words) {
        Reading reading = lexicon.read(words);
        BitSet negated = negations.any().covered(reading, NOTHING);
        negated.andNot(negations.unless().covered(reading, NOTHING));
        List<String> hits = new ArrayList<>();
        rules.forEach((name, phrases) -> {
            // What takes a match back is looked for once there is one, which is rare.
            PhraseSet.Judge counts = (from, to) -> !touches(phrases.unless().covered(reading, NOTHING), from, to)
                    && !isNegated(reading, negated, from);
            if (phrases.any().any(reading, negated, counts)) {
                hits.add(name);
            }
        });
        return hits;
    }

    private static boolean touches(BitSet words, int from, int to) {
        int next = words.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /** Looks back from a match for a negation; a word that breaks its reach does so unless it stands right after it. */
    private boolean isNegated(Reading reading, BitSet negated, int from) {
        for (int at = from; at > 0 && from - at <= REACH && reading.pause(at) == Pause.NONE; at--) {
            if (negated.get(at - 1)) {
                return !touches(breaks.covered(reading, NOTHING), at + 1, from + 1);
            }
        }
        return false;
    }
}
