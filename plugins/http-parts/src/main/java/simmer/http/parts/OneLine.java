package simmer.http.parts;

import java.util.regex.Pattern;

/** Text from outside, made fit for a message: one line, no control characters, not long. */
public final class OneLine {

    private static final int MAX_CHARACTERS = 200;
    /** Also what can't be seen but turns or splits a line: format characters, line and paragraph separators. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");

    private OneLine() {
    }

    public static String of(String text) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= MAX_CHARACTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
    }
}
