package simmer.host.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.helidon.config.Config;

import simmer.host.admin.Administration;

/** Checks what Helidon's own metadata leaves open in {@code server}: the sockets and the ports. */
final class ServerOptions {

    private static final String LISTENER = "io.helidon.webserver.ListenerConfig";
    private static final int MAX_PORT = 65_535;

    private final List<BootProblem> problems = new ArrayList<>();

    private ServerOptions() {
    }

    /** @param check takes the options of the administration's socket, whose keys it then knows */
    static List<BootProblem> check(OptionCheck check, OptionMetadata metadata, Config written, Config effective) {
        ServerOptions options = new ServerOptions();
        Config sockets = written.get("sockets");
        List<Config> named = sockets.exists() && !sockets.isLeaf() ? sockets.asNodeList().orElse(List.of()) : List.of();
        for (Config socket : named) {
            if (!socket.name().equals(Administration.SOCKET)) {
                options.problem(socket, "is no socket of Simmer's. There is one: '" + Administration.SOCKET
                        + ": {port: 8081}'");
            }
        }
        Map<String, OptionSpec> listener = metadata.type(LISTENER);
        Config admin = effective.get("sockets").get(Administration.SOCKET);
        check.check(Administration.SOCKET, listener, sockets.get(Administration.SOCKET), admin);
        options.ports(effective.get("port"), admin.get("port"));
        return options.problems;
    }

    private void ports(Config webhook, Config administration) {
        for (Config port : List.of(webhook, administration)) {
            String text = port.asString().orElse("0");
            if (text.matches("-?\\d{1,9}") && (Integer.parseInt(text) < 0 || Integer.parseInt(text) > MAX_PORT)) {
                problem(port, "is " + text + ", must be 0 to " + MAX_PORT);
            }
        }
        String first = webhook.asString().orElse("8080");
        if (!first.equals("0") && first.equals(administration.asString().orElse("8081"))) {
            problem(administration, "is " + first + ", as server.port is: give each socket a port of its own");
        }
    }

    private void problem(Config node, String sentence) {
        problems.add(new BootProblem(OptionCheck.place(node), sentence));
    }
}
