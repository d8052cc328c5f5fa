package simmer.router.cognigy;

import java.util.HashMap;
import java.util.Map;

import simmer.spi.Router;
import simmer.testkit.cognigy.CognigyStandIn;

/** Each dialect that calls, as users configure it. */
enum Spoken {

    SESSION_UPDATE("Cognigy API", "/api/v1", "dialect|session-update"),
    CONTEXT_INJECT("Cognigy API", "", "dialect|context-inject"),
    STATE_INJECT("Cognigy API", "", "dialect|state-inject"),
    ENDPOINT_INJECT("Cognigy endpoint", "", "dialect|endpoint-inject"),
    ENDPOINT_INJECT_DEPRECATED("Cognigy API", "", "dialect|endpoint-inject|endpoint-form|deprecated"),
    NOTIFY("Cognigy endpoint", "", "dialect|notify|text|One moment, please."),
    NOTIFY_DEPRECATED("Cognigy API", "",
            "dialect|notify|text|One moment, please.|endpoint-form|deprecated"),
    CONTEXT_INJECT_WITH_OAUTH2("Cognigy API", "", "dialect|context-inject|authentication|oauth2");

    private final String peer;
    private final String basePath;
    /** Keys in turn with their values. */
    private final String options;

    Spoken(String peer, String basePath, String options) {
        this.peer = peer;
        this.basePath = basePath;
        this.options = options;
    }

    /** The beginning of sentences about whom it calls. */
    String peerAt(CognigyStandIn cognigy) {
        return peer + " at 127.0.0.1:" + cognigy.port();
    }

    /** @param more options in turn with their values, which win */
    Router at(CognigyStandIn cognigy, String... more) {
        return at(cognigy.rootUrl(), more);
    }

    /** @param rootUrl of a server, without a path */
    Router at(String rootUrl, String... more) {
        Map<String, String> all = new HashMap<>(
                Map.of("api-key", Routers.KEY, "base-url", rootUrl + basePath, "endpoint-url",
                        rootUrl, "url-token", CognigyStandIn.URL_TOKEN, "oauth-client-id", CognigyStandIn.CLIENT_ID,
                        "oauth-client-secret", CognigyStandIn.CLIENT_SECRET));
        all.putAll(Routers.map(options.split("[|]")));
        all.putAll(Routers.map(more));
        return Routers.create(all, Map.of());
    }
}
