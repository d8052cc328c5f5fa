package simmer.model.oip;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import simmer.spi.SentimentModel;

/** Makes models as the host does. */
final class Models {

    private Models() {
    }

    /**
     * The embedded model at some servers.
     *
     * @param options in YAML, one a line; they win
     */
    static SentimentModel at(String options, OipServer... servers) {
        String urls = Arrays.stream(servers).map(OipServer::url).collect(Collectors.joining(", ", "[", "]"));
        return create("urls: " + urls + "\n" + options);
    }

    /** The embedded model with some options, in YAML. */
    static SentimentModel create(String options) {
        Config written = Config.just(ConfigSources.create(options, MediaTypes.APPLICATION_YAML));
        Config defaults = Config.just(ConfigSources.create(Map.of("model", OipServer.MODEL, "path",
                EmbeddedNetwork.FOLDER.toString(), "wait-at-start", "PT0S", "timeout", "PT10S", "connect-timeout", "PT5S")));
        return new OipModelProvider().create(Config.just(ConfigSources.create(written.asMap().orElse(Map.of())),
                ConfigSources.create(defaults.asMap().orElse(Map.of()))), "test");
    }
}
