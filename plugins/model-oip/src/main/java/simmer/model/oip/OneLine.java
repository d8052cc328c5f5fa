package simmer.model.oip;

import java.util.regex.Pattern;

/** Text from outside, made fit for a message: one line, no control characters, not long. */
final class OneLine {

    private static final int MAX_CHARACTERS = 160;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");

    private OneLine() {
    }

    static String of(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
    }
}
