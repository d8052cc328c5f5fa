package simmer.host.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the words of a language's phrases while these are taken apart, and gives each a symbol. */
final class Vocabulary {

    private static final Map<String, String> UMLAUTS = Map.of("ä", "ae", "ö", "oe", "ü", "ue");

    private final Language language;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final Map<String, String> spellings;
    private final Map<String, List<Node>> read = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final List<String> targets = new ArrayList<>();
    private int symbols;

    Vocabulary(Language language) {
        this.language = language;
        spellings = spellings(language);
    }

    /** @throws PhraseException if it breaks the notation's rules */
    List<Automaton> phrase(String phrase) {
        return new PhraseParser(phrase, this, name -> list(phrase, name)).parse();
    }

    List<Automaton> phrases(List<String> phrases) {
        return phrases.stream().flatMap(phrase -> phrase(phrase).stream()).toList();
    }

    private Node list(String phrase, String name) {
        List<String> members = language.lists().get(name);
        if (members == null) {
            String lists = String.join(", ", language.lists().keySet().stream().sorted().toList());
            throw new PhraseException(phrase, "names the list <" + name + ">, which this language does not have"
                    + (lists.isEmpty() ? "" : "; it has " + lists));
        }
        Node known = nodes.get(name);
        if (known == null) {
            known = PhraseParser.choice(members.stream().map(member -> new PhraseParser(member, this, nested -> {
                throw new PhraseException(member, "names a list: a list can't hold another");
            }).parsePart()).toList());
            nodes.put(name, known);
        }
        return known;
    }

    /** The words that a run of letters comes to: several for {@code don't}, none for a run of signs. */
    List<Node> words(String written) {
        List<Node> known = read.get(written);
        if (known == null) {
            known = readWords(written);
            read.put(written, known);
        }
        return known;
    }

    private List<Node> readWords(String written) {
        List<Word> cut = Words.of(written);
        List<Node> terms = new ArrayList<>();
        meant(cut, spellings).forEach(word -> terms.add(new Node.Term(Set.of(symbol(word.text())))));
        if (terms.size() == 1 && terms.getFirst() instanceof Node.Term(Set<Integer> symbol)) {
            typings(written, cut).forEach(typed -> words.putIfAbsent(typed, symbol.iterator().next()));
        }
        return terms;
    }

    List<Node> prefix(String written) {
        List<String> typings = typings(written);
        if (typings.isEmpty()) {
            return List.of();
        }
        int symbol = symbols++;
        typings.forEach(typed -> prefixes.putIfAbsent(typed, symbol));
        return List.of(new Node.Term(Set.copyOf(typings.stream().map(prefixes::get).toList())));
    }

    private int symbol(String word) {
        Integer known = words.get(word);
        if (known != null) {
            return known;
        }
        words.put(word, symbols);
        targets.add(word);
        return symbols++;
    }

    /** What words stand for, however they are typed. */
    static Map<String, String> spellings(Language language) {
        Map<String, String> spellings = new HashMap<>();
        language.spellings().forEach((written, meant) -> typings(written).forEach(typed -> spellings.put(typed, meant)));
        return spellings;
    }

    /** These words, spelled as they are meant. */
    static List<Word> meant(List<Word> words, Map<String, String> spellings) {
        List<Word> meant = new ArrayList<>(words.size());
        for (Word word : words) {
            String spelled = spellings.get(word.text());
            if (spelled == null) {
                meant.add(word);
            } else {
                meant.addAll(Words.of(spelled));
            }
        }
        return meant;
    }

    /** How a single word is typed, its umlauts spelled out or not; empty if that is no single word. */
    static List<String> typings(String written) {
        return typings(written, Words.of(written));
    }

    /** @param words what is written, cut into words */
    static List<String> typings(String written, List<Word> words) {
        if (words.size() != 1) {
            return List.of();
        }
        String typed = words.getFirst().text();
        String lowerCase = written.toLowerCase(Locale.ROOT);
        if (typed.equals(lowerCase)) {
            return List.of(typed);
        }
        String spelledOut = lowerCase;
        for (Map.Entry<String, String> umlaut : UMLAUTS.entrySet()) {
            spelledOut = spelledOut.replace(umlaut.getKey(), umlaut.getValue());
        }
        return spelledOut.equals(lowerCase) ? List.of(typed) : List.of(typed, Words.of(spelledOut).getFirst().text());
    }

    /** What reads texts in this language, once all phrases have been taken apart. */
    Lexicon lexicon() {
        language.known().forEach(word -> typings(word).forEach(typed -> words.putIfAbsent(typed, symbols++)));
        Set<String> slips = language.slips().stream().flatMap(word -> typings(word).stream()).collect(Collectors.toSet());
        List<String> masked = language.masked().stream().flatMap(word -> typings(word).stream()).toList();
        return new Lexicon(words, prefixes, spellings, masked, targets, slips);
    }
}
