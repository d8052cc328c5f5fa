package simmer.router.cognigy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;

/** Routers as users configure them, and what goes in. */
final class Routers {

    static final String KEY = "k3y-that-nobody-may-see";
    static final Duration AMPLE = Duration.ofSeconds(20);
    static final Session SESSION = new Session("s-1", "webchat", "en", "u-1");
    static final Decision DECISION = decision(0.81);

    private Routers() {
    }

    static Decision decision(double score) {
        return new Decision(new Level("manager", 0.65, "manager_escalation", "start"), new Score(score, List.of()),
                "score is at or over manager (0.65)");
    }

    /** @param pairs options in turn with their values; they win over those that every router needs */
    static Router at(String baseUrl, String... pairs) {
        Map<String, String> options = new HashMap<>(Map.of("base-url", baseUrl, "api-key", KEY));
        options.putAll(map(pairs));
        return create(options, Map.of());
    }

    static Router at(CognigyStandIn cognigy, String... pairs) {
        return at(cognigy.baseUrl(), pairs);
    }

    /**
     * @param options below the plugin's key
     * @param environment variables, which Helidon shows at the configuration's root
     */
    static Router create(Map<String, String> options, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        options.forEach((key, value) -> all.put("simmer.router.cognigy." + key, value));
        Config root = Config.just(ConfigSources.create(all));
        return new CognigyRouterProvider().create(root.get("simmer.router.cognigy"), "main");
    }

    static Map<String, String> map(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static String baseUrl(int port) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/api/v1";
    }
}
