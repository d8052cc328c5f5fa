package simmer.host.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The languages that have rules. Their words tell them apart from the beginning. The phrases of one are taken apart when it
 * is first read, or before by {@link #prepare}; whoever needs it meanwhile waits.
 */
final class Tongues {

    private static final BitSet NONE = new BitSet();
    /** All but the primary tag. */
    private static final Pattern SUBTAGS = Pattern.compile("[-_].*", Pattern.DOTALL);

    private final List<Language> languages;
    private final List<String> tags;
    private final List<Rule> rules;
    /** For each word, the languages in which it is known. */
    private final Map<String, BitSet> knownIn = new HashMap<>();
    private final ConcurrentMap<String, Tongue> prepared = new ConcurrentHashMap<>();

    Tongues(List<Language> languages, List<Rule> rules) {
        this.languages = List.copyOf(languages);
        this.tags = languages.stream().map(Language::tag).toList();
        this.rules = List.copyOf(rules);
        for (int i = 0; i < tags.size(); i++) {
            int at = i;
            KnownWords.of(languages.get(i), List.copyOf(phrases(tags.get(i)).values()))
                    .forEach(word -> knownIn.computeIfAbsent(word, _ -> new BitSet(tags.size())).set(at));
        }
    }

    /** @throws PhraseException at the first phrase that breaks the notation's rules */
    void prepare(Collection<String> some) {
        languages.stream().filter(language -> some.contains(language.tag())).forEach(this::tongue);
    }

    List<String> tags() {
        return tags;
    }

    /** Those in which a text is to be read: the one that is named, and that in which more of its words are known. */
    List<Tongue> of(String language, List<Word> words) {
        String primary = SUBTAGS.matcher(language.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        int named = tags.indexOf(primary);
        int[] known = known(words);
        int most = Arrays.stream(known).max().orElse(0);
        boolean another = named < 0 || known[named] < most;
        return IntStream.range(0, known.length).filter(i -> i == named || (another && known[i] == most))
                .mapToObj(languages::get).map(this::tongue).toList();
    }

    /** How many of the words each language knows. */
    private int[] known(List<Word> words) {
        int[] known = new int[tags.size()];
        for (Word word : words) {
            BitSet in = knownIn.getOrDefault(word.text(), NONE);
            for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
                known[i]++;
            }
        }
        return known;
    }

    private Tongue tongue(Language language) {
        return prepared.computeIfAbsent(language.tag(), tag -> new Tongue(language, phrases(tag)));
    }

    private Map<String, Phrases> phrases(String tag) {
        Map<String, Phrases> phrases = new LinkedHashMap<>();
        rules.forEach(rule -> phrases.put(rule.name(), rule.phrases().getOrDefault(tag, Phrases.NONE)));
        return phrases;
    }
}
