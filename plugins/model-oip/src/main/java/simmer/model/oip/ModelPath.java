package simmer.model.oip;

import java.net.URI;
import java.util.Optional;

/**
 * The addresses of one model at any server.
 *
 * @param model its name there
 * @param path begins with a slash, has none at its end
 */
record ModelPath(String model, String path) {

    static ModelPath of(String model, Optional<String> version) {
        return new ModelPath(model, "/v2/models/" + model + version.map(it -> "/versions/" + it).orElse(""));
    }

    URI software(ServerAddress server) {
        return server.at("/v2");
    }

    URI ready(ServerAddress server) {
        return server.at(path + "/ready");
    }

    URI metadata(ServerAddress server) {
        return server.at(path);
    }

    URI infer(ServerAddress server) {
        return server.at(path + "/infer");
    }
}
