package simmer.host.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.helidon.config.Config;

import simmer.host.admin.Administration;

/** Checks what Helidon's own metadata leaves open in {@code server}: the sockets and the ports. */
public final class ServerOptions {

    private static final String LISTENER = "io.helidon.webserver.ListenerConfig";
    private static final int MAX_PORT = 65_535;
    private static final Pattern RESOURCE_PATH = Pattern.compile("\\.tls\\..*\\.resource\\.path$");

    private final OptionFindings findings = new OptionFindings(Set.of());

    private ServerOptions() {
    }

    /** @param check takes the options of the administration's socket, whose keys it then knows */
    static List<ConfigurationProblem> check(OptionCheck check, OptionMetadata metadata, Config written, Config effective) {
        ServerOptions options = new ServerOptions();
        Config sockets = written.get("sockets");
        for (Config socket : OptionFindings.entries(sockets)) {
            if (!socket.name().equals(Administration.SOCKET)) {
                options.findings.problem(socket, "is no socket of Simmer's. There is one: '" + Administration.SOCKET
                        + ": {port: 8081}'");
            }
        }
        Map<String, OptionSpec> listener = metadata.type(LISTENER);
        Config admin = effective.get("sockets").get(Administration.SOCKET);
        check.check(Administration.SOCKET, listener, sockets.get(Administration.SOCKET), admin);
        options.limits(effective);
        options.limits(admin);
        options.ports(effective.get("port"), admin.get("port"));
        return options.findings.problems();
    }

    /** The paths of certificates and keys that are relative, made absolute: Helidon would look below the working folder. */
    public static Map<String, String> absolutePaths(Installation installation, Config effective) {
        return effective.traverse().filter(node -> node.isLeaf() && RESOURCE_PATH.matcher(node.key().toString()).find())
                .collect(Collectors.toMap(node -> node.key().toString(),
                        node -> installation.resolve(node.asString().orElse(""))));
    }

    /** Helidon takes -1 for "without bound"; nothing of ours is. What is no number was told of by its type. */
    private void limits(Config socket) {
        range(socket.get("max-tcp-connections"), 1, 65_536);
        range(socket.get("protocols.http_1_1.max-headers-size"), 1_024, 262_144);
        range(socket.get("protocols.http_1_1.max-prologue-length"), 256, 65_536);
        range(socket.get("max-payload-size"), 1_024, 1_048_576);
    }

    private void range(Config node, int min, int max) {
        String text = node.asString().orElse("");
        if (text.matches("-?\\d{1,9}") && (Integer.parseInt(text) < min || Integer.parseInt(text) > max)) {
            findings.problem(node, "is " + text + ", must be " + min + " to " + max);
        }
    }

    private void ports(Config webhook, Config administration) {
        range(webhook, 0, MAX_PORT);
        range(administration, 0, MAX_PORT);
        String first = webhook.asString().orElse("8080");
        if (!first.equals("0") && first.equals(administration.asString().orElse("8081"))) {
            findings.problem(administration, "is " + first + ", as server.port is: give each socket a port of its own");
        }
    }
}
