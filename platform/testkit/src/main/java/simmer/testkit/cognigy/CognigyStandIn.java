package simmer.testkit.cognigy;

import java.time.Duration;
import java.util.List;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/**
 * Stands in for Cognigy on 127.0.0.1: takes the tutorial's {@code POST {base}/sessions/{id}/update} with
 * {@code Authorization: Bearer KEY} and the calls of Cognigy's own API, refuses what Cognigy would refuse, records every
 * request, and misbehaves when asked to. The README beside this file says what it does and where that is known from. For
 * use by several threads.
 */
public final class CognigyStandIn implements AutoCloseable {

    /** The client that gets tokens. */
    public static final String CLIENT_ID = "simmer-client";

    /** That client's secret; form encoding changes it. */
    public static final String CLIENT_SECRET = "s3cret+of/the=client";

    /** The token of the one endpoint that there is. */
    public static final String URL_TOKEN = "3f1b6c0de";

    static final String BASE_PATH = "/api/v1";

    private static final String HOST = "127.0.0.1";
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final int MAX_PATH_BYTES = 32 * 1024;
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final Journal journal = new Journal();
    private final Faults faults = new Faults();
    private final Responder responder = new Responder();
    private final KnownSessions sessions = new KnownSessions();
    private final Door door;
    private final Tokens tokens;
    private final WebServer server;

    private CognigyStandIn(String apiKey, int port) {
        door = new Door(apiKey);
        tokens = new Tokens(door);
        Reception reception = new Reception(List.of(new SessionUpdates(door), new SessionInjections(door, sessions),
                new EndpointMessages(door, sessions), tokens, new ConversationReads(door, sessions)), journal, faults,
                responder);
        server = WebServer.builder()
                .host(HOST)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .maxPayloadSize(MAX_BODY_BYTES)
                // A session id of 1,024 characters takes up to 9 KiB when it is escaped.
                .addProtocol(Http1Config.builder().maxPrologueLength(MAX_PATH_BYTES).build())
                .routing(routing -> routing.any(reception))
                .build()
                .start();
    }

    /** Starts one on a free port. */
    public static CognigyStandIn start(String apiKey) {
        return start(apiKey, 0);
    }

    /**
     * Starts one.
     *
     * @param apiKey the key it lets in
     * @param port where it listens; 0 for any free port
     */
    public static CognigyStandIn start(String apiKey, int port) {
        return new CognigyStandIn(apiKey, port);
    }

    public int port() {
        return server.port();
    }

    /** What goes into {@code COGNIGY_BASE_URL}, such as {@code http://127.0.0.1:40123/api/v1}. */
    public String baseUrl() {
        return "http://" + HOST + ":" + port() + BASE_PATH;
    }

    /** What goes into {@code COGNIGY_BASE_URL} with Cognigy's own API, and into {@code COGNIGY_ENDPOINT_URL}. */
    public String rootUrl() {
        return "http://" + HOST + ":" + port();
    }

    /** Answers 404 to whatever concerns this session from now on. */
    public void end(String session) {
        sessions.end(session);
    }

    /** What was written into a session's context so far. */
    public JsonObject context(String session) {
        return sessions.context(session);
    }

    /**
     * Lets a session's conversation be read; others have none.
     *
     * @param entries as Cognigy words them: {@code inputText}, {@code source}, {@code type}, {@code timestamp}
     */
    public void converse(String session, JsonArray entries) {
        sessions.converse(session, entries);
    }

    /** How long tokens last that are given out from now on. */
    public void tokensLast(Duration time) {
        tokens.last(time);
    }

    /** Lets no token in that was given out so far. */
    public void revokeTokens() {
        door.revokeTokens();
    }

    /** Makes the next requests fail, one for each fault, in this order and before any fault for all. */
    public void failNext(Fault... next) {
        for (Fault fault : next) {
            faults.queue(fault);
        }
    }

    /** Makes all requests fail from now on. */
    public void failAll(Fault fault) {
        faults.forAll(fault);
    }

    /** Answers as it should from now on. */
    public void recover() {
        faults.clear();
    }

    /** The requests so far, oldest first; the newest 10,000 are kept. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /**
     * Waits until so many requests have come in, counted from the start.
     *
     * @param count how many
     * @param limit longest wait
     * @return the requests so far, oldest first
     * @throws IllegalStateException if there were fewer when the time was up
     */
    public List<RecordedRequest> awaitRequests(int count, Duration limit) throws InterruptedException {
        return journal.await(count, limit);
    }

    /** Ends waits that a fault makes, and stops listening. */
    @Override
    public void close() {
        responder.close();
        server.stop();
    }
}
