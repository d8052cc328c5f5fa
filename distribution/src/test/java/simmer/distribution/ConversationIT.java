package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import simmer.distribution.fixture.AboutEqual;
import simmer.distribution.fixture.JsonText;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;
import simmer.distribution.fixture.Tenant;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.RecordedRequest;

/** Conversations over HTTP with the shipped configuration and the shipped model. */
@ExtendWith(SharedSimmer.class)
final class ConversationIT {

    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final String CALM = "hello, I would like to change my address";
    private static final String ANGRY = "I am furious. Worst service I have ever had";

    private static List<RecordedRequest> sentFor(CognigyStandIn cognigy, String session) {
        return cognigy.requests().stream().filter(request -> request.session().orElse("").equals(session)).toList();
    }

    @Test
    void theReadmesExampleIsAnsweredAsShown(RunningImage simmer) throws Exception {
        List<String> shown = JSON_BLOCK.matcher(Files.readString(Path.of("../README.md"))).results()
                .map(block -> block.group(1))
                .toList();
        assertThat(shown).hasSize(2);
        JsonObject answer = JsonText.object(simmer.post(shown.getFirst()).body());
        JsonText.object(shown.getLast()).forEach((field, value) -> assertThat(
                AboutEqual.test(Objects.requireNonNull(answer.get(field), field), value))
                .as("%s is %s and not %s", field, answer.get(field), value).isTrue());
    }

    @Test
    void aConversationThatHeatsUpIsMovedWithTheTutorialsCall(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        JsonObject calm = simmer.say("heats-up", CALM);
        assertThat(calm.getString("decidedLevel")).isEqualTo("standard");
        assertThat(sentFor(cognigy, "heats-up")).isEmpty();

        JsonObject angry = simmer.say("heats-up", List.of(CALM, ANGRY, ANGRY), ANGRY);
        String level = angry.getString("escalationLevel");
        assertThat(level).isIn("supervisor", "manager");
        List<RecordedRequest> sent = sentFor(cognigy, "heats-up");
        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request).hasToString("POST /api/v1/sessions/heats-up/update");
            assertThat(request.header("Authorization")).hasValue("Bearer " + Tenant.API_KEY);
            assertThat(request.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        });
        JsonObject body = sent.getFirst().body().orElseThrow();
        assertThat(body).isEqualTo(Json.createObjectBuilder()
                .add("sessionData", Json.createObjectBuilder()
                        .add("escalationLevel", level)
                        .add("frustrationScore", angry.getJsonNumber("frustrationScore"))
                        .add("escalationTriggered", true))
                .add("flow", level + "_escalation")
                .add("node", "start")
                .build());

        assertThat(angry.getString("status")).isEqualTo("success");
        assertThat(angry.getString("delivery")).isEqualTo("delivered");
        assertThat(angry.getString("decidedLevel")).isEqualTo(level);
        assertThat(angry.getString("targetFlow")).isEqualTo(level + "_escalation");
        assertThat(angry.getString("targetNode")).isEqualTo("start");
        assertThat(angry.getJsonObject("cognigyApiResult")).isEqualTo(Json.createObjectBuilder(body)
                .add("sessionId", "heats-up").build());
    }

    @Test
    void aLevelThatHoldsIsNotSentAgain(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        List<String> before = List.of(ANGRY, "I am so fed up with this", "nobody helps me, this is a disgrace");
        JsonObject first = simmer.say("stays-hot", before, ANGRY);
        JsonObject second = simmer.say("stays-hot", Stream.concat(before.stream(), Stream.of(ANGRY)).toList(),
                "I hate this, it is the worst service I ever had");
        assertThat(first.getString("delivery")).isEqualTo("delivered");
        assertThat(first.getString("escalationLevel")).isEqualTo("manager");
        assertThat(second.getString("delivery")).isEqualTo("unchanged");
        assertThat(second.getString("status")).isEqualTo("success");
        assertThat(second.isNull("cognigyApiResult")).isTrue();
        assertThat(second.getString("escalationLevel")).isEqualTo("manager");
        assertThat(sentFor(cognigy, "stays-hot")).hasSize(1);
    }

    @Test
    void aCalmConversationSendsNothing(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        for (List<String> before : List.of(List.<String>of(), List.of(CALM))) {
            JsonObject answer = simmer.say("stays-calm", before, "perfect, thank you so much");
            assertThat(answer.getString("status")).isEqualTo("success");
            assertThat(answer.getString("escalationLevel")).isEqualTo("standard");
            assertThat(answer.getString("targetFlow")).isEqualTo("main_flow");
            assertThat(answer.getString("targetNode")).isEqualTo("continue");
            assertThat(answer.getString("delivery")).isEqualTo("unchanged");
        }
        assertThat(sentFor(cognigy, "stays-calm")).isEmpty();
    }

    @Test
    void theTurnsExplainTheScoreWithoutRepeatingWhatWasSaid(RunningImage simmer) throws Exception {
        JsonObject answer = simmer.say("explained", List.of(CALM, ANGRY), CALM);
        List<JsonObject> turns = answer.getJsonArray("turns").getValuesAs(JsonObject.class);
        double sum = turns.stream().mapToDouble(turn -> number(turn, "share")).sum();
        double raw = turns.stream().mapToDouble(turn -> number(turn, "weight") * number(turn, "frustration")).sum();
        assertThat(turns).hasSize(3).allSatisfy(turn -> assertThat(number(turn, "share"))
                .isEqualTo(number(turn, "weight") * number(turn, "frustration") / raw, within(1e-3)));
        assertThat(number(turns.get(1), "share")).as("the angry one").isGreaterThan(0.5);
        assertThat(sum).isEqualTo(1.0, within(1e-9));
        assertThat(answer.toString()).doesNotContain("furious");
        assertThat(simmer.log()).doesNotContain("furious");
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    @Test
    void aSessionIdGoesOutAsOnePathSegment(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        String session = "a b/ü?#%";
        assertThat(simmer.say(session, ANGRY).getString("delivery")).isEqualTo("delivered");
        assertThat(sentFor(cognigy, session)).singleElement()
                .hasToString("POST /api/v1/sessions/a%20b%2F%C3%BC%3F%23%25/update");
    }

    @Test
    void aBadRequestIsRefusedAndNothingIsSent(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        int before = cognigy.requests().size();
        String fine = RunningImage.payload("refused", List.of(), ANGRY);
        assertProblem(simmer.post("{\"userInput\": \"" + ANGRY + "\"}"), 400, "Missing session ID in payload");
        assertProblem(simmer.post(RunningImage.payload("..", List.of(), ANGRY)), 400, "");
        assertProblem(simmer.post("{\"session\": {\"id\": \"refused\", \"history\": \"none\"}}"), 400, "/session/history");
        assertProblem(simmer.post(fine.substring(1)), 400, "");
        assertProblem(simmer.post(fine, "Content-Type", "text/plain"), 415, "");
        assertProblem(simmer.post(RunningImage.payload("refused", List.of(), ANGRY.repeat(2_000))), 413, "");
        assertThat(cognigy.requests()).hasSize(before);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"type\":", "\"title\":", "\"status\":" + status, "\"detail\":", detail);
    }
}
