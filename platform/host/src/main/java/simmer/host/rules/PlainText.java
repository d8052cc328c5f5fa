package simmer.host.rules;

import java.text.Normalizer;
import java.util.Locale;

/** Text without what people vary as they type letters: case, accents, kinds of apostrophe, width, invisible characters. */
final class PlainText {

    /** Of a longer text the first and the last half as many characters count: what matters is said first or last. */
    static final int MAX_CHARACTERS = 4_096;

    private PlainText() {
    }

    static String of(String text) {
        return plain(bounded(text));
    }

    private static String bounded(String text) {
        return text.length() <= MAX_CHARACTERS
                ? text
                : text.substring(0, MAX_CHARACTERS / 2) + "\n" + text.substring(text.length() - MAX_CHARACTERS / 2);
    }

    /** Lower case without marks. Marks go first: ordering a long run of them takes quadratic time. */
    private static String plain(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKD);
        return withoutMarks(decomposed).toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                        Character.FORMAT ->
                    {
                }
                default -> append(plain, c);
            }
        });
        return plain.toString();
    }

    /** Letters that have no decomposition, and the many apostrophes. */
    private static void append(StringBuilder plain, int c) {
        switch (c) {
            case 'ß', 'ẞ' -> plain.append("ss");
            case 'æ', 'Æ' -> plain.append("ae");
            case 'œ', 'Œ' -> plain.append("oe");
            case 'ø', 'Ø' -> plain.append('o');
            case 'ł', 'Ł' -> plain.append('l');
            case 'ı' -> plain.append('i');
            case '’', '‘', '´', '`', 'ʼ', '′' -> plain.append('\'');
            default -> plain.appendCodePoint(c);
        }
    }
}
