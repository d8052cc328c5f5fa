package simmer.model.djl;

import java.util.regex.Pattern;

/** What is done to text before it becomes tokens, so that it looks like what the model was trained on. */
public enum Normalisation {

    /** Nothing. */
    NONE {
        @Override
        String apply(String text) {
            return text;
        }
    },

    /**
     * As models of tweets want it, by the three rules that the embedded model was trained with, in this order and with ASCII
     * classes only: white space becomes one space; a mention ({@code @} and word characters where a word begins) becomes
     * {@code @user}; a link (what begins with {@code http://}, {@code https://} or {@code www.}, up to the next space)
     * becomes {@code http}.
     */
    SOCIAL {
        @Override
        String apply(String text) {
            String folded = WHITE_SPACE.matcher(text).replaceAll(" ").replaceAll("^ | $", "");
            String nobodyNamed = MENTION.matcher(folded).replaceAll("@user");
            return LINK.matcher(nobodyNamed).replaceAll("http");
        }
    };

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\x0B\\f\\r]++");
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9_])@[A-Za-z0-9_]++");
    private static final Pattern LINK = Pattern.compile("(?<![^ ])(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\\.)[^ ]++");

    abstract String apply(String text);
}
