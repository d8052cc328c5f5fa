package simmer.host.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words that a language knows as they stand: of its phrases, found without taking these apart, and the further ones. */
final class KnownWords {

    private final Map<String, String> spellings;
    private final Set<String> read = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private KnownWords(Language language) {
        spellings = Vocabulary.spellings(language);
        words.addAll(spellings.keySet());
        language.known().forEach(word -> words.addAll(Vocabulary.typings(word)));
    }

    static Set<String> of(Language language, List<Phrases> phrases) {
        KnownWords known = new KnownWords(language);
        Stream.concat(phrases.stream(), Stream.of(language.negations()))
                .flatMap(some -> Stream.concat(some.any().stream(), some.unless().stream())).forEach(known::addAll);
        language.breaks().forEach(known::addAll);
        language.lists().values().forEach(members -> members.forEach(known::addAll));
        return known.words;
    }

    /** A phrase that breaks the notation's rules gives some words too: it is told of where it is taken apart. */
    private void addAll(String phrase) {
        int at = 0;
        while (at < phrase.length()) {
            int end = PhraseParser.endOfWords(phrase, at);
            char next = end < phrase.length() ? phrase.charAt(end) : ' ';
            if (end > at && next != '*' && next != '>' && !phrase.startsWith("..", at)) {
                add(phrase.substring(at, end));
            }
            at = end + 1;
        }
    }

    private void add(String written) {
        if (read.add(written)) {
            List<Word> cut = Words.of(written);
            Vocabulary.meant(cut, spellings).forEach(word -> words.add(word.text()));
            words.addAll(Vocabulary.typings(written, cut));
        }
    }
}
