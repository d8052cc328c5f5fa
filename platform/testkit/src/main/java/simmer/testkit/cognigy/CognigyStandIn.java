package simmer.testkit.cognigy;

import java.time.Duration;
import java.util.List;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;

/**
 * Stands in for Cognigy on 127.0.0.1: takes the tutorial's {@code POST {base}/sessions/{id}/update} with
 * {@code Authorization: Bearer KEY}, refuses what Cognigy would refuse, records every request, and misbehaves when asked
 * to. For use by several threads.
 */
public final class CognigyStandIn implements AutoCloseable {

    static final String BASE_PATH = "/api/v1";

    private static final String HOST = "127.0.0.1";
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final int MAX_PATH_BYTES = 32 * 1024;
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final Journal journal = new Journal();
    private final Faults faults = new Faults();
    private final Responder responder = new Responder();
    private final WebServer server;

    private CognigyStandIn(String apiKey, int port) {
        Reception reception = new Reception(new SessionUpdates(), apiKey, journal, faults, responder);
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
