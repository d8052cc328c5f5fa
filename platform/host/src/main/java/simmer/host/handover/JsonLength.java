package simmer.host.handover;

/** How long a text is as a JSON string in UTF-8, at most: what a writer may escape counts as escaped. */
final class JsonLength {

    private static final int ESCAPED_BYTES = 6;
    private static final String CUT = "…";
    private static final int CUT_BYTES = 3;

    private JsonLength() {
    }

    /** The text if it is short enough, else its beginning with an ellipsis; never half of a surrogate pair. */
    static String cut(String text, int maxBytes) {
        int bytes = 0;
        int fits = 0;
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            bytes += bytes(codePoint);
            if (bytes > maxBytes) {
                return text.substring(0, fits) + CUT;
            }
            i += Character.charCount(codePoint);
            if (bytes <= maxBytes - CUT_BYTES) {
                fits = i;
            }
        }
        return text;
    }

    private static int bytes(int codePoint) {
        boolean escaped = codePoint < ' ' || codePoint == '"' || codePoint == '\\' || codePoint == '/'
                || Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        if (escaped) {
            return ESCAPED_BYTES;
        }
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
