package simmer.router.cognigy.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import simmer.spi.Dispatch;

/**
 * What is said on each level.
 *
 * @param texts the first that fits is taken; those for a language stand before those for any
 */
public record LevelTexts(List<LevelText> texts) {

    /**
     * A text and when it fits.
     *
     * @param level the level's name; empty for any
     * @param language a primary tag such as {@code de}; empty for any
     */
    public record LevelText(String level, String language, TextTemplate text) {

        boolean fits(Dispatch dispatch) {
            return (level.isEmpty() || level.equals(dispatch.decision().level().name()))
                    && (language.isEmpty() || primary(language).equals(primary(dispatch.session().language())));
        }

        private static String primary(String tag) {
            return tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        }
    }

    public LevelTexts {
        texts = List.copyOf(texts);
    }

    /** @return empty if nothing is to be said */
    Optional<String> of(Dispatch dispatch) {
        return texts.stream().filter(text -> text.fits(dispatch)).findFirst().map(text -> text.text().fill(dispatch));
    }
}
