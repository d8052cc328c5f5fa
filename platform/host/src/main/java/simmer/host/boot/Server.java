package simmer.host.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.helidon.common.configurable.ResourceException;
import io.helidon.common.pki.PkiException;
import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.spi.ServerFeature;

import simmer.host.admin.Administration;
import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.Installation;

/** The web server: the webhook's socket and the administration's, as {@code server} configures them. */
final class Server {

    private static final int WEBHOOK_PORT = 8080;
    private static final int ADMINISTRATION_PORT = 8081;
    /** Each holds a thread and at most one body; more wait in the system's backlog. */
    private static final int MAX_CONNECTIONS = 2_048;
    private static final int MAX_ADMINISTRATION_CONNECTIONS = 64;
    private static final long MAX_ADMINISTRATION_BODY_BYTES = 4_096;

    private Server() {
    }

    /**
     * Makes a server, not started.
     *
     * @param installation whose configuration is named if the node can't be used
     * @param config the node {@code server}; where it names no port, 8080 and 8081 hold, and at most 2,048 connections
     *        unless it says otherwise
     * @param loopbackOnly whether both sockets are bound to 127.0.0.1, whatever the node says; the administration's is
     *        unless the node names a host for it
     * @param drainWithin how long requests under way may take to end at a stop
     * @throws ConfigurationException if Helidon can't use the node
     */
    static WebServer create(Installation installation, Config config, boolean loopbackOnly, Duration drainWithin,
            List<ServerFeature> administration, HttpRouting.Builder webhook) {
        try {
            return create(config, loopbackOnly, drainWithin, administration, webhook);
        } catch (ConfigException | ResourceException | PkiException | IllegalArgumentException | IllegalStateException e) {
            throw new ConfigurationException(installation.configurationName(),
                    List.of(new ConfigurationProblem("server", "can't be used: " + e.getMessage())));
        }
    }

    private static WebServer create(Config config, boolean loopbackOnly, Duration drainWithin,
            List<ServerFeature> administration, HttpRouting.Builder webhook) {
        WebServerConfig.Builder server = WebServer.builder().port(WEBHOOK_PORT).maxTcpConnections(MAX_CONNECTIONS)
                .shutdownGracePeriod(drainWithin)
                .config(config).shutdownHook(false).featuresDiscoverServices(false);
        if (loopbackOnly) {
            server.address(loopback());
        }
        if (config.get("tls").exists()) {
            server.tls(RenewableTls.of(config.get("tls")));
        }
        return server.putSocket(Administration.SOCKET, administration(config, loopbackOnly)).addFeatures(administration)
                .routing(webhook).build();
    }

    /** Nobody but probes and collectors of metrics needs it, so it is on loopback unless it is put elsewhere on purpose. */
    private static ListenerConfig administration(Config server, boolean loopbackOnly) {
        Config node = server.get("sockets").get(Administration.SOCKET);
        ListenerConfig.Builder listener = ListenerConfig.builder().port(ADMINISTRATION_PORT)
                .maxTcpConnections(MAX_ADMINISTRATION_CONNECTIONS).maxPayloadSize(MAX_ADMINISTRATION_BODY_BYTES)
                .config(node);
        if (loopbackOnly || !node.get("host").exists()) {
            listener.address(loopback());
        }
        if (node.get("tls").exists()) {
            listener.tls(RenewableTls.of(node.get("tls")));
        }
        return listener.build();
    }

    /**
     * Starts a server.
     *
     * @throws PortException if a socket can't be had: Helidon itself would log a stack trace and return
     */
    static void listen(WebServer server) {
        requireFree("webhook", "SERVER_PORT", server.prototype());
        server.prototype().sockets().forEach((name, listener) -> requireFree(name,
                "SERVER_SOCKETS_" + name.toUpperCase(Locale.ROOT) + "_PORT", listener));
        server.start();
        if (!server.isRunning()) {
            throw new PortException("the web server could not start: see the log", null);
        }
    }

    private static void requireFree(String what, String variable, ListenerConfig listener) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(listener.address(), listener.port()));
        } catch (IOException e) {
            throw new PortException("port " + listener.port() + " of " + listener.address().getHostAddress() + ", for the "
                    + what + ", can't be had (" + e.getMessage() + "): stop what listens there, or set " + variable
                    + " to another port", e);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("127.0.0.1 is an address", e);
        }
    }
}
