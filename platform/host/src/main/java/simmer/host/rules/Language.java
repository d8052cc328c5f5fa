package simmer.host.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What rules share in a language.
 *
 * @param tag the primary tag in lower case, such as {@code en}
 * @param lists names that phrases use for many phrases: {@code <human>}
 * @param spellings how a word is written in haste, and what it stands for: {@code dont} for {@code do not}
 * @param masked words that are recognised with letters hidden: {@code f**k}
 * @param slips words of 5 to 7 letters that are recognised with one letter wrong; longer ones are without being named
 * @param known further words: not slips of the pen for those in phrases, and signs that a text is in this language
 * @param negations what takes back a phrase that begins soon after it in the same clause
 * @param breaks words that end a negation's reach
 * @param courtesies phrases of replies that only courtesy asks for; said again they are no repetition
 * @param waiting phrases of turns that say only that somebody waits
 */
public record Language(String tag, Map<String, List<String>> lists, Map<String, String> spellings, List<String> masked,
        List<String> slips, List<String> known, Phrases negations, List<String> breaks, List<String> courtesies,
        List<String> waiting) {

    public Language {
        lists = Map.copyOf(lists);
        spellings = Map.copyOf(spellings);
        masked = List.copyOf(masked);
        slips = List.copyOf(slips);
        known = List.copyOf(known);
        breaks = List.copyOf(breaks);
        courtesies = List.copyOf(courtesies);
        waiting = List.copyOf(waiting);
    }

    /** A language of which nothing is known but its tag: its phrases are matched, no negation is understood. */
    public static Language unknown(String tag) {
        return new Language(tag, Map.of(), Map.of(), List.of(), List.of(), List.of(), Phrases.NONE, List.of(), List.of(),
                List.of());
    }

    /** What is wrong with phrases of this language, a sentence for each that can't be used. */
    public List<String> problems(List<String> phrases) {
        Vocabulary vocabulary = new Vocabulary(this);
        List<String> problems = new ArrayList<>();
        for (String phrase : phrases) {
            try {
                vocabulary.phrase(phrase);
            } catch (PhraseException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }
}
