package simmer.host.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import simmer.host.rules.Word.Pause;

/** Cuts a text into words that compare equal however they were typed: case, accents, punctuation, emoji, spacing. */
final class Words {

    private static final int MAX_WORD = 48;
    private static final int LEAST_SPELLED_OUT = 4;

    /** French words that lose their vowel before another: <i>l'agent</i> is two words, <i>don't</i> is one. */
    private static final Set<String> ELIDED = Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu",
            "puisqu", "quelqu");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean holdsLetters;
    private Pause pause = Pause.SENTENCE;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        Words words = new Words(PlainText.of(text));
        words.cut();
        return joinSpelledOut(words.words);
    }

    private void cut() {
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.isLetterOrDigit(c) ? letter(c) : sign(c, i);
        }
        endWord(Pause.NONE);
    }

    private int letter(int c) {
        if (standsAlone(c)) {
            endWord(Pause.NONE);
            append(c);
            endWord(Pause.NONE);
        } else if (word.length() < MAX_WORD && !isThirdInARow(word, c)) {
            append(c);
        }
        return Character.charCount(c);
    }

    private void append(int letter) {
        word.appendCodePoint(letter);
        holdsLetters = true;
    }

    /** Scripts that put no space between words: each character counts as one. */
    private static boolean standsAlone(int c) {
        if (c < 0x0e00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static boolean isThirdInARow(CharSequence word, int c) {
        int length = word.length();
        return length > 1 && Character.isLetter(c) && word.charAt(length - 1) == c && word.charAt(length - 2) == c;
    }

    /** Takes what is no letter; returns how many characters of the text that was. */
    private int sign(int c, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean inside = word.length() > 0 && Character.isLetter(next);
        if (c == '\'' && inside) {
            if (ELIDED.contains(word.toString())) {
                endWord(Pause.NONE);
            }
            return 1;
        }
        if (word.length() > 0) {
            int run = Mask.run(text, at);
            if (Mask.hidesLetters(text, at, run, Character.isLetter(next))) {
                addOnce('*');
                return run;
            }
        }
        if (word.length() < MAX_WORD && Mask.standsForLetter(text, at, word.length() > 0)) {
            word.append((char) c);
            return 1;
        }
        endWord(pause(c, at, next));
        return Character.charCount(c);
    }

    private void addOnce(char sign) {
        if (word.charAt(word.length() - 1) != sign) {
            word.append(sign);
        }
    }

    private Pause pause(int c, int at, char next) {
        boolean afterSpace = at > 0 && text.charAt(at - 1) == ' ';
        return switch (c) {
            case '.' -> next == '.' || (at > 0 && text.charAt(at - 1) == '.') || Character.isLetterOrDigit(next)
                    ? Pause.CLAUSE
                    : Pause.SENTENCE;
            case '!', '?', ';', '\n', '\r', '¿', '¡', '。', '؟', '।' -> Pause.SENTENCE;
            case ',', ':', '(', ')', '[', ']', '"', '«', '»', '“', '”', '„', '–', '—', '、' -> Pause.CLAUSE;
            case '-' -> afterSpace && next == ' ' ? Pause.CLAUSE : Pause.NONE;
            default -> Pause.NONE;
        };
    }

    private void endWord(Pause after) {
        if (holdsLetters) {
            words.add(new Word(word.toString(), pause, false));
            pause = Pause.NONE;
        }
        word.setLength(0);
        holdsLetters = false;
        pause = pause.or(after);
    }

    /** Four or more letters in a row that stand alone are one word: <i>a g e n t</i>. */
    private static List<Word> joinSpelledOut(List<Word> words) {
        int lone = 0;
        for (Word word : words) {
            lone += isLone(word) ? 1 : 0;
        }
        if (lone < LEAST_SPELLED_OUT) {
            return words;
        }
        List<Word> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size();) {
            int end = i;
            while (end < words.size() && isLone(words.get(end))
                    && (end == i || words.get(end).before() != Pause.SENTENCE)) {
                end++;
            }
            List<Word> run = words.subList(i, Math.max(end, i + 1));
            if (run.size() < LEAST_SPELLED_OUT || run.stream().noneMatch(Words::isLetter)) {
                joined.addAll(run);
            } else {
                joined.add(spelledOut(run));
            }
            i += run.size();
        }
        return joined;
    }

    private static boolean isLone(Word word) {
        return word.text().length() == 1 && !standsAlone(word.text().charAt(0));
    }

    private static boolean isLetter(Word word) {
        return Character.isLetter(word.text().charAt(0));
    }

    private static Word spelledOut(List<Word> letters) {
        StringBuilder text = new StringBuilder();
        letters.stream().limit(MAX_WORD).map(letter -> letter.text().charAt(0))
                .filter(letter -> !isThirdInARow(text, letter)).forEach(text::append);
        return new Word(text.toString(), letters.getFirst().before(), true);
    }
}
