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
     * As models of tweets want it: a mention ({@code @} and word characters where a word begins) becomes {@code @user}, a
     * link (what begins with {@code http://}, {@code https://} or {@code www.}, up to the next white space) becomes
     * {@code http}, and white space becomes one space.
     */
    SOCIAL {
        @Override
        String apply(String text) {
            String linksShort = LINK.matcher(text).replaceAll("http");
            String nobodyNamed = MENTION.matcher(linksShort).replaceAll("@user");
            return WHITE_SPACE.matcher(nobodyNamed).replaceAll(" ").strip();
        }
    };

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE;
    private static final Pattern LINK = Pattern.compile("(?<!\\S)(?:https?://|www\\.)\\S++", FLAGS);
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@\\w++", FLAGS);
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s++", FLAGS);

    abstract String apply(String text);
}
