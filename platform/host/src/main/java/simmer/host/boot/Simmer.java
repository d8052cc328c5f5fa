package simmer.host.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.helidon.config.Config;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import simmer.host.access.Access;
import simmer.host.admin.Administration;
import simmer.host.admin.AdministrationAccess;
import simmer.host.admin.ApiDescription;
import simmer.host.admin.Gauges;
import simmer.host.admin.Meters;
import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.Installation;
import simmer.host.configuration.SimmerConfig;
import simmer.host.configuration.WebhookConfig;
import simmer.host.decision.Policy;
import simmer.host.delivery.Dispatcher;
import simmer.host.delivery.Time;
import simmer.host.events.Scenes;
import simmer.host.pipeline.Pipeline;
import simmer.host.pipeline.Rooms;
import simmer.host.pipeline.SessionSettlement;
import simmer.host.scoring.ConversationScorer;
import simmer.host.session.Conversations;
import simmer.host.session.Forgetting;
import simmer.host.store.jdbc.JdbcStore;
import simmer.host.webhook.SessionReset;
import simmer.host.webhook.Traced;
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
     * @throws ConfigurationException if it can't start as it is configured; what had been opened is closed again
     * @throws PortException if a port can't be had; likewise
     */
    public static Simmer start(Installation installation) {
        HeadStart.begin();
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
        PhrasesPrepared phrases = PhrasesPrepared.begin(assembly.rules().rules(), assembly.model().traits().languages());
        // The process's one: behind every registry that Helidon makes stands the same, with the JVM's own meters.
        MeterRegistry registry = Metrics.globalRegistry();
        Meters meters = new Meters(registry);
        Gauges gauges = new Gauges(registry);
        ConversationScorer scorer = assembly.scorer(opened);
        JdbcStore store = opened.add("store", StoreOpening.open(installation, options.store(), meters::stored));
        gauges.readings(scorer::figures);
        gauges.model(scorer::state);
        Time time = Time.ofMachine();
        Policy policy = assembly.policy();
        Conversations conversations = new Conversations(store.sessions(), policy, assembly.memory(), assembly.turnKeys());
        Scenes scenes = new Scenes(opened.add("tracing", Events.tracing(options.tracing())),
                Events.marks(options.session()));
        Dispatcher dispatcher = opened.add("delivery", new Dispatcher(assembly.router(), store,
                DeliveryOptions.policy(options.delivery()), new SessionSettlement(conversations), meters, scenes, time));
        gauges.deliveries(dispatcher::depth, () -> dispatcher.refusal().isPresent(), dispatcher::breaker);
        opened.add("forgetting", new Forgetting(store, options.session().rememberFor(),
                options.delivery().keepGivenUp(), time::now));
        Rooms rooms = new Rooms(scorer, assembly.rules().rules(), assembly.rules().repeats(), dispatcher,
                assembly.handovers(), options.webhook().history());
        Pipeline pipeline = opened.add("pipeline", new Pipeline(rooms, conversations, meters, time,
                options.answerWithin()));
        AtomicBoolean started = new AtomicBoolean();
        Access access = Credentials.webhook(installation, options.webhook());
        boolean loopbackOnly = !access.required();
        WebServer server = Server.create(installation, assembly.config().get("server"), loopbackOnly, drainWithin(options),
                List.of(new AdministrationAccess(Credentials.administration(options.administration())), new ApiDescription(),
                        Administration.feature(registry, started::get, scorer::state, store::condition,
                                dispatcher::refusal)),
                routing(options, access, pipeline, meters).addFilter(new Traced(scenes)));
        opened.add("web server", server::stop);
        assembly.awaitWarm(scorer);
        phrases.await();
        Server.listen(server);
        reloadCertificates(assembly.config().get("server"), server, opened);
        started.set(true);
        phrases.others();
        StartLog.listening(server, loopbackOnly);
        return server;
    }

    private static void reloadCertificates(Config config, WebServer server, Opened opened) {
        if (server.hasTls()) {
            opened.add("certificates", new CertificateReload(config.get("tls"), server::reloadTls, CertificateReload.EVERY));
        }
        if (server.hasTls(Administration.SOCKET)) {
            opened.add("certificates of the administration", new CertificateReload(
                    config.get("sockets").get(Administration.SOCKET).get("tls"),
                    tls -> server.reloadTls(Administration.SOCKET, tls), CertificateReload.EVERY));
        }
    }

    private static HttpRouting.Builder routing(SimmerConfig options, Access access, Pipeline pipeline, Meters meters) {
        WebhookConfig webhook = options.webhook();
        HttpRouting.Builder routing = HttpRouting.builder();
        new SessionReset(access, meters, pipeline::reset).route(routing);
        new Webhook(pipeline, meters, access,
                new Webhook.Bounds(webhook.maxBodyBytes(), webhook.maxDepth(), webhook.maxTurns(), options.answerWithin()),
                webhook.currentTurn(), options.answer().includeText()).route(routing);
        return routing;
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
