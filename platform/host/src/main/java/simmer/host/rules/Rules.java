package simmer.host.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import simmer.host.decision.RuleHit;
import simmer.spi.Utterance;

/**
 * Hard rules, ready to be looked for. For use by any number of threads; nothing blocks but the first look in a language that
 * was not {@linkplain #prepare prepared}, for some tenths of a second in a fresh JVM.
 * <p>
 * A text is read in the language that the caller names, and in another one too if more of its words are known there: a
 * flow's language is often not what its customers write. Without a language, or with one that has no rules, it is read in
 * each of those in which most of its words are known. So a wish for a human is missed less often at the price of an
 * occasional phrase that means something else elsewhere; reading every text in every language would pay that price always,
 * since a Portuguese reader takes a Spanish <i>no</i> for no negation.
 */
public final class Rules {

    private final List<RuleHit> all;
    private final Tongues tongues;

    private Rules(List<RuleHit> all, Tongues tongues) {
        this.all = all;
        this.tongues = tongues;
    }

    /**
     * Puts rules together. Their phrases must have been found good, see {@link Language#problems}.
     *
     * @param languages what is known of languages; one that only rules name is taken as {@link Language#unknown}
     * @param rules in the order in which hits are told
     */
    public static Rules of(List<Language> languages, List<Rule> rules) {
        Map<String, Language> known = languages.stream().collect(Collectors.toMap(Language::tag, language -> language));
        List<Language> spoken = rules.stream().flatMap(rule -> rule.phrases().keySet().stream()).distinct().sorted()
                .map(tag -> known.getOrDefault(tag, Language.unknown(tag))).toList();
        return new Rules(rules.stream().map(rule -> new RuleHit(rule.name(), rule.level())).toList(),
                new Tongues(spoken, rules));
    }

    /** The tags of the languages that have rules. */
    public List<String> languages() {
        return tongues.tags();
    }

    /**
     * Prepares languages that will be needed. One that has no rules is left out.
     *
     * @throws PhraseException if a phrase breaks the notation's rules
     */
    public void prepare(Collection<String> languages) {
        tongues.prepare(languages);
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
        tongues.of(language, words).forEach(tongue -> names.addAll(tongue.hits(words)));
        return names.isEmpty() ? List.of() : all.stream().filter(hit -> names.contains(hit.rule())).toList();
    }
}
