package simmer.host.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes a phrase apart: words, {@code (a|b c)}, {@code word?}, {@code prefix*}, {@code ..3} and {@code <list>}.
 */
final class PhraseParser {

    private static final int MAX_GAP = 6;

    private final String phrase;
    private final Vocabulary vocabulary;
    private final Function<String, Node> lists;
    private int at;

    /** @param lists makes a list's phrases into one node; throws {@link PhraseException} if there is no such list */
    PhraseParser(String phrase, Vocabulary vocabulary, Function<String, Node> lists) {
        this.phrase = phrase;
        this.vocabulary = vocabulary;
        this.lists = lists;
    }

    /** @throws PhraseException if the phrase breaks the notation's rules */
    List<Automaton> parse() {
        boolean atStart = accept('^');
        Node node = sequence();
        boolean atEnd = accept('$');
        if (at < phrase.length()) {
            throw broken("has '" + phrase.charAt(at) + "' at character " + (at + 1) + ", where a word or the end belongs");
        }
        return Automaton.of(phrase, node, atStart, atEnd);
    }

    /** Reads a phrase that is part of others: without anchors. */
    Node parsePart() {
        Node node = sequence();
        if (at < phrase.length()) {
            throw broken("has '" + phrase.charAt(at) + "' at character " + (at + 1) + ", where a word or the end belongs");
        }
        return node;
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (!isAt(")|$") && at < phrase.length()) {
            Node item = item();
            parts.add(accept('?') ? new Node.Maybe(item) : item);
            skipSpace();
        }
        if (parts.isEmpty()) {
            throw broken("has no word at character " + (at + 1));
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
    }

    private Node item() {
        int start = at;
        if (accept('(')) {
            List<Node> branches = new ArrayList<>();
            do {
                branches.add(sequence());
            } while (accept('|'));
            if (!accept(')')) {
                throw broken("has no ')' for the '(' at character " + (start + 1));
            }
            return choice(branches);
        }
        if (accept('<')) {
            int end = phrase.indexOf('>', at);
            if (end < 0) {
                throw broken("has no '>' for the '<' at character " + (start + 1));
            }
            String name = phrase.substring(at, end);
            at = end + 1;
            return lists.apply(name);
        }
        return phrase.startsWith("..", at) ? gap() : words();
    }

    /** Branches of one word each become one node: an automaton has few places. */
    static Node choice(List<Node> branches) {
        Set<Integer> symbols = new TreeSet<>();
        List<Node> others = new ArrayList<>();
        for (Node branch : branches) {
            switch (branch) {
                case Node.Term(Set<Integer> some) -> symbols.addAll(some);
                case Node.Choice(List<Node> nested) -> others.addAll(nested);
                default -> others.add(branch);
            }
        }
        if (others.isEmpty()) {
            return new Node.Term(symbols);
        }
        if (!symbols.isEmpty()) {
            others.add(new Node.Term(symbols));
        }
        return new Node.Choice(others);
    }

    private Node gap() {
        int digit = at + 2 < phrase.length() ? phrase.charAt(at + 2) - '0' : 0;
        if (digit < 1 || digit > MAX_GAP) {
            throw broken("has '..' without a number from 1 to " + MAX_GAP + " at character " + (at + 1));
        }
        at += 3;
        Node gap = new Node.Maybe(new Node.AnyWord());
        for (int i = 1; i < digit; i++) {
            gap = new Node.Maybe(new Node.Sequence(List.of(new Node.AnyWord(), gap)));
        }
        return gap;
    }

    private Node words() {
        int start = at;
        at = endOfWords(phrase, at);
        if (at > start && at < phrase.length() && "(<".indexOf(phrase.charAt(at)) >= 0) {
            throw broken("has no space before the '" + phrase.charAt(at) + "' at character " + (at + 1));
        }
        String written = phrase.substring(start, at);
        boolean prefix = at < phrase.length() && phrase.charAt(at) == '*';
        at += prefix ? 1 : 0;
        List<Node> words = prefix ? vocabulary.prefix(written) : vocabulary.words(written);
        if (words.isEmpty()) {
            throw broken("has " + (at == start ? "'" + phrase.charAt(at) + "'" : "no letter or digit") + " at character "
                    + (start + 1) + ", where a word belongs");
        }
        return words.size() == 1 ? words.getFirst() : new Node.Sequence(words);
    }

    /** Where a run of letters ends that begins at a place; the place itself if none does. */
    static int endOfWords(String phrase, int from) {
        int end = from;
        while (end < phrase.length() && isOfWord(phrase.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return switch (c) {
            case '(', ')', '|', '?', '<', '>', '*', '^', '$' -> false;
            default -> !Character.isWhitespace(c);
        };
    }

    private boolean accept(char sign) {
        skipSpace();
        boolean is = at < phrase.length() && phrase.charAt(at) == sign;
        at += is ? 1 : 0;
        return is;
    }

    private boolean isAt(String signs) {
        skipSpace();
        return at < phrase.length() && signs.indexOf(phrase.charAt(at)) >= 0;
    }

    private void skipSpace() {
        while (at < phrase.length() && Character.isWhitespace(phrase.charAt(at))) {
            at++;
        }
    }

    private PhraseException broken(String sentence) {
        return new PhraseException(phrase, sentence);
    }
}
