package simmer.benchmarks.backends;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Webhook;

/**
 * What a server decided at one turn.
 *
 * @param level where the session belongs
 * @param score 0 to 1
 */
record Judgement(String level, double score) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * Plays conversations one after the other.
     *
     * @throws IOException if a turn is answered without a score
     */
    static List<Judgement> of(List<Conversation> talks, int port) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + Webhook.PATH);
        List<Judgement> judged = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Conversation talk : talks) {
                for (Webhook webhook : talk.webhooks()) {
                    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(webhook.content())).build();
                    judged.add(parse(client.send(request, BodyHandlers.ofString()).body()));
                }
            }
        }
        return judged;
    }

    private static Judgement parse(String answer) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            JsonObject json = reader.readObject();
            if (json.getBoolean("degraded", false) || !json.containsKey("decidedLevel")) {
                throw new IOException("a turn was answered without a score: " + answer);
            }
            return new Judgement(json.getString("decidedLevel"), json.getJsonNumber("frustrationScore").doubleValue());
        }
    }

    /** How far two servers that heard the same agree, in a sentence. */
    static String agreement(List<Judgement> first, List<Judgement> other) {
        int same = 0;
        double furthest = 0;
        for (int turn = 0; turn < first.size(); turn++) {
            same += first.get(turn).level.equals(other.get(turn).level) ? 1 : 0;
            furthest = Math.max(furthest, Math.abs(first.get(turn).score - other.get(turn).score));
        }
        return "as the first at %d of %d turns; scores at most %.3f apart".formatted(same, first.size(), furthest);
    }
}
