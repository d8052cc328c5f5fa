package simmer.host.boot;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import simmer.host.admin.Administration;
import simmer.host.admin.Meters;
import simmer.host.decision.Levels;
import simmer.host.delivery.Deliverer;
import simmer.host.delivery.HeldLevels;
import simmer.host.pipeline.Pipeline;
import simmer.host.scoring.ConversationScorer;
import simmer.host.webhook.InboundKeys;
import simmer.host.webhook.Webhook;

/** A running Simmer: open from {@link #start} to {@link #close()}. */
public final class Simmer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Simmer.class.getName());

    private final WebServer server;
    private final Opened opened;

    private Simmer(WebServer server, Opened opened) {
        this.server = server;
        this.opened = opened;
    }

    /**
     * Reads the configuration, loads what it names, and answers webhooks once everything is open and warm.
     *
     * @throws BootException if it can't start as it is configured; what had been opened is closed again
     * @throws PortException if a port can't be had; likewise
     */
    public static Simmer start(Installation installation) {
        Opened opened = new Opened();
        try {
            Assembly assembly = Assembly.of(installation, opened);
            return new Simmer(open(installation, assembly, opened), opened);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private static WebServer open(Installation installation, Assembly assembly, Opened opened) {
        SimmerConfig options = assembly.options();
        StartLog.slots(assembly);
        // The process's one: behind every registry that Helidon makes stands the same, with the JVM's own meters.
        MeterRegistry registry = Metrics.globalRegistry();
        Meters meters = new Meters(registry);
        Levels levels = assembly.levels();
        ConversationScorer scorer = opened.add("model threads", assembly.warmScorer());
        meters.readings(scorer::figures);
        DeliveryConfig delivery = options.delivery();
        Deliverer deliverer = opened.add("delivery", new Deliverer(assembly.router(), delivery.update(),
                new HeldLevels(levels.lowest(), delivery.maxSessions(), delivery.rememberFor())));
        Webhook webhook = webhook(options, new Pipeline(scorer, levels, deliverer, meters, options.answerWithin()), meters);
        AtomicBoolean started = new AtomicBoolean();
        HttpRouting.Builder routing = HttpRouting.builder();
        webhook.route(routing);
        boolean loopbackOnly = options.webhook().apiKeys().isEmpty();
        WebServer server = Server.create(installation, assembly.config().get("server"), loopbackOnly, drainWithin(options),
                Administration.feature(registry, started::get, scorer::silence), routing);
        opened.add("web server", server::stop);
        Server.listen(server);
        started.set(true);
        StartLog.listening(server, loopbackOnly);
        return server;
    }

    private static Webhook webhook(SimmerConfig options, Pipeline pipeline, Meters meters) {
        WebhookConfig webhook = options.webhook();
        return new Webhook(pipeline, meters, new InboundKeys(webhook.apiKeys()),
                new Webhook.Bounds(webhook.maxBodyBytes(), webhook.maxDepth(), webhook.maxTurns(), options.answerWithin()),
                webhook.currentTurn(), options.answer().includeText());
    }

    private static Duration drainWithin(SimmerConfig options) {
        return options.answerWithin().plusSeconds(1);
    }

    /** The port that the webhook is on. */
    public int port() {
        return server.port();
    }

    /** The port that health and metrics are on. */
    public int administrationPort() {
        return server.port(Administration.SOCKET);
    }

    /** Takes no more webhooks, lets those under way end, and closes everything in reverse. */
    @Override
    public void close() {
        LOG.log(System.Logger.Level.INFO, "stopping: webhooks under way are answered first");
        opened.close();
        LOG.log(System.Logger.Level.INFO, "stopped");
    }
}
