package simmer.benchmarks.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/**
 * Stands in for Cognigy on a bad day: a third of the calls are refused, fail, are cut off, hang or get rubbish, and of those
 * that fail half have moved their session all the same. Keeps every call. For use by several threads.
 */
final class UnrulyCognigy implements AutoCloseable {

    static final String LOWEST_LEVEL = "standard";

    private static final int SILENCE_SECONDS = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final double WITH_RETRY_AFTER = 0.05;
    private static final int TEN_THOUSANDTHS = 10_000;

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<String, String> levels = new HashMap<>();
    private final long startedNanos = System.nanoTime();
    private boolean unruly;

    private UnrulyCognigy(HttpServer server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/sessions/", this::handle);
        server.start();
    }

    /** Starts one on a free port that answers as it should. */
    static UnrulyCognigy start(long seed) throws IOException {
        return new UnrulyCognigy(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), seed);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    synchronized void misbehave(boolean from) {
        unruly = from;
    }

    /** Every whole call so far, in the order in which they came. */
    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** When the last whole call came, by {@link System#nanoTime}; when it was started if none did. */
    synchronized long lastCallNanos() {
        return arrivals.isEmpty() ? startedNanos : arrivals.getLast().nanos();
    }

    /** Where a session is. */
    synchronized String level(String session) {
        return levels.getOrDefault(session, LOWEST_LEVEL);
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            Fate fate = receive(call);
            switch (fate.reply()) {
                case GOOD -> send(call, 200, "application/json", "{\"ok\":true}");
                case TOO_MANY -> refuse(call);
                case BROKEN -> send(call, 500, "application/problem+json", "{\"status\":500}");
                case RUBBISH -> send(call, 200, "text/html", "<!doctype html><title>Sign in</title>");
                case SILENT -> closing.await(SILENCE_SECONDS, TimeUnit.SECONDS);
                case CUT -> {
                    // Closing without an answer ends the connection.
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Fate receive(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/", -1);
        String key = String.valueOf(call.getRequestHeaders().getFirst("Idempotency-Key"));
        JsonObject data = body(call).getJsonObject("sessionData");
        int score = (int) Math.round(data.getJsonNumber("frustrationScore").doubleValue() * TEN_THOUSANDTHS);
        String session = path[path.length - 2];
        String level = data.getString("escalationLevel");
        synchronized (this) {
            Fate fate = unruly ? Fate.draw(random) : Fate.KIND;
            arrivals.add(new Arrival(System.nanoTime(), session, key, level, score, fate.applied()));
            if (fate.applied()) {
                levels.put(session, level);
            }
            return fate;
        }
    }

    private static JsonObject body(HttpExchange call) throws IOException {
        byte[] bytes = call.getRequestBody().readAllBytes();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private void refuse(HttpExchange call) throws IOException {
        boolean tellsWhen;
        synchronized (this) {
            tellsWhen = random.nextDouble() < WITH_RETRY_AFTER;
        }
        if (tellsWhen) {
            call.getResponseHeaders().set("Retry-After", "1");
        }
        send(call, TOO_MANY_REQUESTS, "application/problem+json", "{\"status\":429}");
    }

    private static void send(HttpExchange call, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
