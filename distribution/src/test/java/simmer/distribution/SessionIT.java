package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.JsonText;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;
import simmer.distribution.fixture.Tenant;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;

/** What the shipped configuration decides beside the score, and what it remembers. */
@ExtendWith(SharedSimmer.class)
final class SessionIT {

    private static JsonObject reset(RunningImage simmer, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + path))
                .POST(BodyPublishers.noBody()).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonText.object(response.body());
    }

    @Test
    void aWishForAHumanNeedsNoScoreAndHoldsUntilTheSessionIsReset(RunningImage simmer) throws Exception {
        JsonObject wish = simmer.say("wants/human", "hello, can I please talk to a real person?");
        assertThat(wish.getString("decidedLevel")).isEqualTo("supervisor");
        assertThat(wish.getString("reasonCode")).isEqualTo("wish-for-human");
        assertThat(wish.getString("reason")).isEqualTo("rule wish-for-human raises to supervisor");
        assertThat(wish.getString("delivery")).isEqualTo("delivered");
        JsonObject thanks = simmer.say("wants/human", "thank you so much, that is very kind");
        assertThat(thanks.getString("escalationLevel")).isEqualTo("supervisor");
        assertThat(thanks.getString("reasonCode")).isEqualTo("handed_over");

        JsonObject reset = reset(simmer, "/sessions/wants%2Fhuman/reset");
        assertThat(reset.getString("sessionId")).isEqualTo("wants/human");
        assertThat(reset.getString("escalationLevel")).isEqualTo("standard");
        assertThat(simmer.say("wants/human", "where is my parcel?").getString("decidedLevel")).isEqualTo("standard");
    }

    @Test
    void aRuleHoldsInALanguageThatTheModelDoesNotRead(RunningImage simmer) throws Exception {
        JsonObject answer = JsonText.object(simmer
                .post("""
                        {"session": {"id": "mensch"}, "userInput": "kann ich bitte mit einem Menschen sprechen", "language": "de"}""")
                .body());
        assertThat(answer.getBoolean("degraded")).isTrue();
        assertThat(answer.isNull("frustrationScore")).isTrue();
        assertThat(answer.getString("decidedLevel")).isEqualTo("supervisor");
        assertThat(answer.getString("reasonCode")).isEqualTo("wish-for-human");
        assertThat(answer.getString("delivery")).isEqualTo("delivered");
    }

    @Test
    void whatWasSaidBeforeCountsThoughThePayloadBringsNoHistory(RunningImage simmer) throws Exception {
        for (String text : List.of("this is useless", "nobody helps me, I am so angry")) {
            simmer.say("no-history", text);
        }
        assertThat(simmer.say("no-history", "hello?").getJsonArray("turns")).hasSize(3);
    }

    @Test
    void theSameTurnSentAgainIsAnsweredTheSameAndDeliveredOnce(RunningImage simmer) throws Exception {
        String payload = """
                {"session": {"id": "retried"}, "userInput": "you are all useless, I hate this", "inputId": "i-1"}""";
        JsonObject first = JsonText.object(simmer.post(payload).body());
        JsonObject again = JsonText.object(simmer.post(payload).body());
        assertThat(again.getString("decidedLevel")).isEqualTo(first.getString("decidedLevel"));
        assertThat(again.get("frustrationScore")).isEqualTo(first.get("frustrationScore"));
        assertThat(again.getString("delivery")).isEqualTo("delivered");
        assertThat(again.getJsonArray("turns")).isEqualTo(first.getJsonArray("turns"));
    }

    @Test
    void whatIsKnownAndKeptOutlivesTheProcess(@TempDir Path data) throws Exception {
        try (CognigyStandIn cognigy = CognigyStandIn.start(Tenant.API_KEY)) {
            Command serve = Image.built().command("serve", "--data", data.toString())
                    .with("COGNIGY_BASE_URL", cognigy.baseUrl()).with("COGNIGY_API_KEY", Tenant.API_KEY);
            cognigy.failNext(Collections.nCopies(4, new Fault.Status(500)).toArray(Fault[]::new));
            try (RunningImage first = RunningImage.of(serve)) {
                JsonObject answer = first.say("outlives", "let me talk to a human right now");
                assertThat(answer.getString("delivery")).isEqualTo("queued");
                assertThat(answer.getString("escalationLevel")).isEqualTo("standard");
            }
            try (RunningImage second = RunningImage.of(serve)) {
                cognigy.awaitRequests(5, Duration.ofSeconds(30));
                JsonObject calm = second.say("outlives", "thanks, that is lovely");
                assertThat(calm.getString("decidedLevel")).as("handed over before the restart").isEqualTo("supervisor");
                assertThat(calm.getJsonArray("turns")).hasSize(2);
            }
            assertThat(cognigy.requests()).hasSize(5);
        }
    }
}
