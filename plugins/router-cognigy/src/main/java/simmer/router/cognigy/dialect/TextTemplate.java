package simmer.router.cognigy.dialect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import simmer.spi.Dispatch;
import simmer.spi.OptionChecks;

/**
 * A text with fields of a decision in braces: {@code A {level} will help you.}
 *
 * @param text as users wrote it; braces around a field's name stand for its value
 */
public record TextTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z-]*)}");
    private static final int MAX_CHARACTERS = 4000;

    /**
     * Reports what is wrong with a text.
     *
     * @param key the option that holds it
     */
    public static TextTemplate of(String text, String key, OptionChecks checks) {
        checks.require(!text.isBlank() && text.length() <= MAX_CHARACTERS, key,
                "has " + text.length() + " characters, must have 1 to " + MAX_CHARACTERS + " and not only white space");
        PLACEHOLDER.matcher(text).results().map(match -> match.group(1))
                .filter(name -> ContextField.named(name).isEmpty()).distinct()
                .forEach(name -> checks.require(false, key, "holds {" + name + "}, which stands for nothing. There are: {"
                        + String.join("}, {", ContextField.names()) + "}"));
        return new TextTemplate(text);
    }

    String fill(Dispatch dispatch) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(words(match, dispatch)));
    }

    private static String words(MatchResult match, Dispatch dispatch) {
        return ContextField.named(match.group(1)).map(field -> field.words(dispatch)).orElse(match.group());
    }
}
