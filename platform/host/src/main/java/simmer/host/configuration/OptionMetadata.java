package simmer.host.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import simmer.host.configuration.OptionSpec.Shape;
import simmer.host.plugins.Plugin;

/**
 * The options that blueprints declare, read from the {@value #RESOURCE} files that their build wrote. So what is checked,
 * and what an error suggests, is what the code reads.
 */
public final class OptionMetadata {

    public static final String RESOURCE = "META-INF/helidon/config-metadata.json";

    private final Map<String, JsonObject> types = new HashMap<>();

    /**
     * Reads a plugin's, whole.
     *
     * @throws BadMetadataException if the plugin's can't be used
     */
    public static OptionMetadata of(Plugin<?> plugin) {
        try {
            OptionMetadata metadata = read(plugin.metadata(RESOURCE));
            metadata.types.values().forEach(metadata::options);
            return metadata;
        } catch (UncheckedIOException | JsonException | ClassCastException | NullPointerException e) {
            // The latter two where a list or a name is missing, or something else.
            throw new BadMetadataException(
                    "the plugin " + plugin.name() + " has a " + RESOURCE + " that is not as Helidon's builder writes it:"
                            + " build the plugin again with that, or remove it",
                    e);
        }
    }

    /** A plugin does not say what its options are. */
    public static final class BadMetadataException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private BadMetadataException(String sentence, RuntimeException cause) {
            super(sentence, cause);
        }
    }

    /** @throws UncheckedIOException if a file can't be read */
    static OptionMetadata read(Collection<URL> files) {
        OptionMetadata metadata = new OptionMetadata();
        for (URL file : files) {
            try (InputStream in = file.openStream(); JsonReader reader = Json.createReader(in)) {
                for (JsonObject module : reader.readArray().getValuesAs(JsonObject.class)) {
                    for (JsonObject type : module.getJsonArray("types").getValuesAs(JsonObject.class)) {
                        metadata.types.putIfAbsent(type.getString("type"), type);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the metadata of options can't be read: " + file, e);
            }
        }
        return metadata;
    }

    /** The options at a root key, such as {@code server}; empty if no blueprint is configured there. */
    public Map<String, OptionSpec> at(String prefix) {
        return types.values().stream().filter(type -> type.getString("prefix", "").equals(prefix)).findFirst()
                .map(this::options).orElse(Map.of());
    }

    /** The options of a type by its name; empty if it is not known. */
    Map<String, OptionSpec> type(String name) {
        return Optional.ofNullable(types.get(name)).map(this::options).orElse(Map.of());
    }

    /** The options of a type that is itself an option; absent if the type is a plain value. */
    Optional<Map<String, OptionSpec>> nested(OptionSpec spec) {
        return Optional.ofNullable(types.get(spec.type())).map(this::options);
    }

    private Map<String, OptionSpec> options(JsonObject type) {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        for (JsonString inherited : array(type, "inherits").getValuesAs(JsonString.class)) {
            Optional.ofNullable(types.get(inherited.getString())).ifPresent(parent -> options.putAll(options(parent)));
        }
        for (JsonObject option : array(type, "options").getValuesAs(JsonObject.class)) {
            OptionSpec spec = spec(option);
            options.put(spec.key(), spec);
        }
        return options;
    }

    private static OptionSpec spec(JsonObject option) {
        List<String> allowed = array(option, "allowedValues").getValuesAs(JsonObject.class).stream()
                .map(value -> OptionSpec.dashed(value.getString("value"))).toList();
        Shape shape = switch (option.getString("kind", "VALUE")) {
            case "LIST" -> option.getBoolean("provider", false) ? Shape.OPEN : Shape.LIST;
            case "MAP" -> Shape.OPEN;
            default -> option.getBoolean("provider", false) ? Shape.OPEN : Shape.VALUE;
        };
        Optional<String> defaultValue = Optional.ofNullable(option.getString("defaultValue", null))
                .filter(value -> !value.endsWith(")"))
                .map(value -> allowed.isEmpty() ? value : OptionSpec.dashed(value.substring(value.lastIndexOf('.') + 1)));
        return new OptionSpec(option.getString("key"), option.getString("type", "java.lang.String"), shape,
                firstSentence(option.getString("description", "")), defaultValue, allowed);
    }

    private static String firstSentence(String description) {
        String text = description.replaceAll("\\s+", " ").strip();
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text.replaceAll("\\.$", "") : text.substring(0, end);
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static JsonArray array(JsonObject object, String name) {
        return Optional.ofNullable(object.getJsonArray(name)).orElse(JsonArray.EMPTY_JSON_ARRAY);
    }
}
