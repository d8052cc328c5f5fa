package simmer.benchmarks.faults;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import simmer.benchmarks.load.corpus.Webhook;

/**
 * Sends webhooks as Cognigy's node does: the same payload again when the connection broke or there was no answer, until
 * there is one or it gives up. For use by several threads.
 */
final class Customer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int OK = 200;
    private static final int TEN_THOUSANDTHS = 10_000;
    private static final int DIGITS = 3;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1)).build();
    private final Histogram nanos = new ConcurrentHistogram(LONGEST_ANSWER.toNanos(), DIGITS);
    private final LongAdder repeats = new LongAdder();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> webhooks;
    private final UnrulyCognigy cognigy;

    /** @param webhooks asked one after the other, as a balancer does that knows nothing */
    Customer(List<URI> webhooks, UnrulyCognigy cognigy) {
        this.webhooks = List.copyOf(webhooks);
        this.cognigy = cognigy;
    }

    /** How long answered webhooks took; those sent again count from the last time. */
    Histogram nanos() {
        return nanos;
    }

    /** How often a webhook was sent again. */
    long repeats() {
        return repeats.sum();
    }

    /** Says the next text after those before it; empty if there was no answer for a minute. */
    Optional<Told> say(String session, List<String> before, String text) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Webhook.of(session, before, text).content()));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0) {
            long sent = System.nanoTime();
            try {
                HttpResponse<String> response = client.send(request.uri(next()).build(), BodyHandlers.ofString());
                if (response.statusCode() == OK) {
                    nanos.recordValue(Math.min(System.nanoTime() - sent, LONGEST_ANSWER.toNanos()));
                    return Optional.of(read(response.body(), cognigy.level(session)));
                }
            } catch (IOException _) {
                // Killed, or not back yet.
            }
            repeats.increment();
            Thread.sleep(PAUSE);
        }
        return Optional.empty();
    }

    private URI next() {
        return webhooks.get(Math.floorMod(turn.getAndIncrement(), webhooks.size()));
    }

    private static Told read(String body, String levelThere) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject answer = reader.readObject();
            OptionalInt score = answer.get("frustrationScore") instanceof JsonNumber number
                    ? OptionalInt.of((int) Math.round(number.doubleValue() * TEN_THOUSANDTHS))
                    : OptionalInt.empty();
            return new Told(answer.getString("decidedLevel"), score, answer.getString("status").equals("success"),
                    answer.getBoolean("degraded"), answer.getString("delivery"), levelThere);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
