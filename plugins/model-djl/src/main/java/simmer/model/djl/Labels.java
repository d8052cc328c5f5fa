package simmer.model.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import simmer.spi.OptionException;

/**
 * Which logit means what, found by the labels' names and never by their order, which differs from model to model.
 *
 * @param negative index of the logit for negative
 * @param neutral index of the logit for neutral
 * @param positive index of the logit for positive
 */
record Labels(int negative, int neutral, int positive) {

    private static final String KEY = "labels";
    private static final String ID_TO_LABEL = "id2label";
    private static final Pattern BARE = Pattern.compile("label_\\d+", Pattern.CASE_INSENSITIVE);

    /** How many labels a model has. */
    static final int COUNT = 3;

    private enum Mood {
        NEGATIVE, NEUTRAL, POSITIVE;

        /** Reads {@code negative}, {@code Neg} and the like. */
        static Optional<Mood> of(String name) {
            String word = name.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(mood -> word.equals(mood.word()) || word.equals(mood.abbreviation()))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String abbreviation() {
            return word().substring(0, 3);
        }
    }

    /**
     * @param config the model's {@code config.json}
     * @param meanings what labels mean, by their names in {@code config.json}; empty if their names say it
     * @throws OptionException if it stays open which of the three a label means, or one of the three has no label
     */
    static Labels of(JsonSource config, Map<String, String> meanings) {
        List<String> names = names(config);
        refuseUnknown(meanings, names, config);
        List<Mood> moods = new ArrayList<>();
        for (int id = 0; id < names.size(); id++) {
            Mood mood = mood(id, names, meanings, config);
            if (moods.contains(mood)) {
                throw config.wrong(ID_TO_LABEL, "has two labels for " + mood.word() + ": " + names);
            }
            moods.add(mood);
        }
        for (Mood mood : Mood.values()) {
            if (!moods.contains(mood)) {
                throw config.wrong(ID_TO_LABEL, "has no label for " + mood.word() + ": " + names);
            }
        }
        return new Labels(moods.indexOf(Mood.NEGATIVE), moods.indexOf(Mood.NEUTRAL), moods.indexOf(Mood.POSITIVE));
    }

    private static List<String> names(JsonSource config) {
        if (!config.has(ID_TO_LABEL)) {
            throw config.wrong(ID_TO_LABEL, "is missing; it must name the label of each output, such as "
                    + "{\"0\": \"negative\", \"1\": \"neutral\", \"2\": \"positive\"}");
        }
        JsonSource byId = config.object(ID_TO_LABEL);
        List<String> names = new ArrayList<>();
        for (int id = 0; id < byId.keys().size(); id++) {
            String key = String.valueOf(id);
            if (!byId.has(key)) {
                throw config.wrong(ID_TO_LABEL, "must number the labels from 0 on, without a gap; " + key
                        + " is missing");
            }
            names.add(byId.text(key, ""));
        }
        return names;
    }

    private static void refuseUnknown(Map<String, String> meanings, List<String> names, JsonSource config) {
        meanings.forEach((label, meaning) -> {
            if (names.stream().noneMatch(label::equalsIgnoreCase)) {
                throw new OptionException(KEY + "." + label,
                        "is no label of " + config.file() + ", which has " + names);
            }
            if (Mood.of(meaning).isEmpty()) {
                throw new OptionException(KEY + "." + label,
                        "is '" + meaning + "', must be negative, neutral or positive");
            }
        });
    }

    private static Mood mood(int id, List<String> names, Map<String, String> meanings, JsonSource config) {
        String name = names.get(id);
        String meaning = meanings.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst().orElse(name);
        return Mood.of(meaning).orElseThrow(() -> BARE.matcher(name).matches()
                ? new OptionException(KEY, "must say what " + name + " means, for " + config.file() + " does not; look"
                        + " in the model's description and map each of " + names + ", such as {" + name
                        + ": negative}")
                : config.wrong(ID_TO_LABEL + "." + id,
                        "is '" + name + "', must be negative, neutral or positive"));
    }
}
