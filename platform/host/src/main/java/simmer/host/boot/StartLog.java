package simmer.host.boot;

import java.util.ArrayList;
import java.util.List;

import io.helidon.config.Config;
import io.helidon.webserver.WebServer;

import simmer.host.admin.Administration;
import simmer.host.configuration.OptionSpec;
import simmer.host.webhook.Webhook;

/** Says at a start what runs: one line for each plugin with its options, and where Simmer listens. */
final class StartLog {

    private static final System.Logger LOG = System.getLogger(StartLog.class.getName());

    private StartLog() {
    }

    static void slots(Assembly assembly) {
        for (Slot slot : assembly.slots()) {
            LOG.log(System.Logger.Level.INFO, "{0}: {1} {2} from {3} {4}", slot.title(), slot.plugin().key(),
                    slot.plugin().version(), slot.plugin().name(), options(slot, assembly.config()));
        }
    }

    /** The options in force, defaults included; secrets are masked. */
    private static String options(Slot slot, Config config) {
        List<String> options = new ArrayList<>();
        for (OptionSpec spec : slot.options().values()) {
            Config value = config.get(slot.node() + "." + spec.key());
            String shown = value.isLeaf()
                    ? value.asString().orElse("")
                    : value.exists()
                            ? "…"
                            : spec.defaultValue().orElse("");
            if (!shown.isEmpty()) {
                options.add(spec.key() + ": " + (spec.isSecret() ? "***" : shown));
            }
        }
        return "{" + String.join(", ", options) + "}";
    }

    static void listening(WebServer server, boolean loopbackOnly) {
        if (loopbackOnly) {
            LOG.log(System.Logger.Level.WARNING, "no simmer.webhook.api-keys are configured: anyone who reaches the webhook"
                    + " could call it, so both ports are on 127.0.0.1 only");
        }
        // As text, lest a port be written with a thousands separator.
        LOG.log(System.Logger.Level.INFO, "ready: {0}://{1}:{2}{3}, health and metrics on port {4}",
                server.hasTls() ? "https" : "http",
                server.prototype().address().getHostAddress(),
                Integer.toString(server.port()), Webhook.PATH, Integer.toString(server.port(Administration.SOCKET)));
    }
}
