package simmer.host.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import simmer.host.decision.RuleHit;
import simmer.spi.Utterance;

/**
 * Hard rules, ready to be looked for. Immutable, for use by any number of threads; nothing blocks.
 * <p>
 * A text is read in the language that the caller names, and in another one too if more of its words are known there: a
 * flow's language is often not what its customers write. Without a language, or with one that has no rules, it is read in
 * each of those in which most of its words are known. So a wish for a human is missed less often at the price of an
 * occasional phrase that means something else elsewhere; reading every text in every language would pay that price always,
 * since a Portuguese reader takes a Spanish <i>no</i> for no negation.
 */
public final class Rules {

    private static final BitSet NONE = new BitSet();

    private final List<RuleHit> all;
    private final List<String> tags;
    private final List<Tongue> tongues;
    /** For each word, the languages in which it is known. */
    private final Map<String, BitSet> knownIn = new HashMap<>();

    private Rules(List<RuleHit> all, SortedMap<String, Tongue> tongues) {
        this.all = all;
        this.tags = List.copyOf(tongues.keySet());
        this.tongues = List.copyOf(tongues.values());
        for (int i = 0; i < tags.size(); i++) {
            int language = i;
            this.tongues.get(i).known()
                    .forEach(word -> knownIn.computeIfAbsent(word, _ -> new BitSet(tags.size())).set(language));
        }
    }

    /**
     * Prepares rules, which takes some tenths of a second in a fresh JVM.
     *
     * @param languages what is known of languages; one that only rules name is taken as {@link Language#unknown}
     * @param rules in the order in which hits are told
     * @throws PhraseException at the first phrase that breaks the notation's rules
     */
    public static Rules of(List<Language> languages, List<Rule> rules) {
        Map<String, Language> known = languages.stream().collect(Collectors.toMap(Language::tag, language -> language));
        SortedMap<String, Tongue> tongues = new TreeMap<>();
        rules.stream().flatMap(rule -> rule.phrases().keySet().stream()).distinct()
                .forEach(tag -> tongues.put(tag, tongue(known.getOrDefault(tag, Language.unknown(tag)), rules)));
        return new Rules(rules.stream().map(rule -> new RuleHit(rule.name(), rule.level())).toList(), tongues);
    }

    private static Tongue tongue(Language language, List<Rule> rules) {
        Map<String, Phrases> phrases = new LinkedHashMap<>();
        rules.forEach(rule -> phrases.put(rule.name(), rule.phrases().getOrDefault(language.tag(), Phrases.NONE)));
        return new Tongue(language, phrases);
    }

    /**
     * The rules that apply to what a customer just said; what was said before is for the caller to remember. Of a text over
     * 4,096 characters its first and last half as many are read. Takes time in proportion to that length at most.
     *
     * @param language a tag such as {@code pt}, {@code pt-BR} or {@code pt_BR}, in any case; empty if not known
     * @return each rule once at most, in the rules' order
     */
    public List<RuleHit> match(String language, Utterance newest) {
        List<Word> words = Words.of(newest.text());
        Set<String> names = new HashSet<>();
        tongues(language, words).forEach(tongue -> names.addAll(tongue.hits(words)));
        return names.isEmpty() ? List.of() : all.stream().filter(hit -> names.contains(hit.rule())).toList();
    }

    private List<Tongue> tongues(String language, List<Word> words) {
        String primary = language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        int named = tags.indexOf(primary);
        int[] known = known(words);
        int most = Arrays.stream(known).max().orElse(0);
        boolean another = named < 0 || known[named] < most;
        return IntStream.range(0, known.length).filter(i -> i == named || (another && known[i] == most))
                .mapToObj(tongues::get).toList();
    }

    /** How many of the words each language knows. */
    private int[] known(List<Word> words) {
        int[] known = new int[tags.size()];
        for (Word word : words) {
            BitSet languages = knownIn.getOrDefault(word.text(), NONE);
            for (int i = languages.nextSetBit(0); i >= 0; i = languages.nextSetBit(i + 1)) {
                known[i]++;
            }
        }
        return known;
    }
}
