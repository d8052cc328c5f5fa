package simmer.spi;

/**
 * What is wrong with one option.
 *
 * @param key the option's key below the plugin's own, such as {@code factor}; nested ones with dots
 * @param sentence what is wrong and what to do, worded to follow the key: "is 1.5, must be over 0, at most 1"; never
 *        holds a secret
 */
public record OptionProblem(String key, String sentence) {

    @Override
    public String toString() {
        return key + " " + sentence;
    }
}
