package simmer.distribution.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Sends the webhooks that a Cognigy flow would send at each turn of a conversation. */
final class Customer implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI webhook;

    Customer(URI webhook) {
        this.webhook = webhook;
    }

    /**
     * Says something.
     *
     * @param before what was said in this session before, oldest first
     * @throws RefusedException if the webhook did not take it
     */
    Answer say(String session, List<String> before, String utterance) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook).timeout(PATIENCE).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(payload(session, before, utterance))).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new RefusedException(response.statusCode());
        }
        return Answer.parse(response.body());
    }

    static String payload(String session, List<String> before, String utterance) {
        JsonArrayBuilder history = Json.createArrayBuilder();
        before.forEach(text -> history.add(Json.createObjectBuilder().add("userInput", text)));
        return Json.createObjectBuilder()
                .add("session", Json.createObjectBuilder().add("id", session).add("history", history))
                .add("userInput", utterance)
                .add("platform", "webchat")
                .add("language", "en")
                .build().toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
