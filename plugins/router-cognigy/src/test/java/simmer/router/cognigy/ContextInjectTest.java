package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Handover;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;

final class ContextInjectTest {

    private static final Handover HANDOVER = new Handover("manager", "score is at or over manager (0.65)", "score_reached",
            Optional.of(new Handover.WorstTurn(2, 0.912345, "")), Handover.Trend.RISING, 3, "en", "complaints", 7);

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private RoutingResult route(Dispatch dispatch, String... options) {
        try (Router router = Spoken.CONTEXT_INJECT.at(cognigy, options)) {
            return router.route(dispatch, Routers.AMPLE);
        }
    }

    private static Dispatch plain() {
        return new Dispatch("d-1", Routers.SESSION, Routers.DECISION);
    }

    private JsonObject sent() {
        return cognigy.requests().getLast().body().orElseThrow();
    }

    @Test
    void itSendsWhatCognigyDocuments() {
        Dispatch dispatch = new Dispatch("d-1", Routers.SESSION, Routers.DECISION, Optional.of(HANDOVER),
                Optional.of(Instant.parse("2026-11-22T10:00:00Z")));

        assertThat(route(dispatch)).isInstanceOf(Delivered.class);
        assertThat(cognigy.requests().getLast()).hasToString("POST /new/v2.0/sessions/s-1/context/inject");
        assertThat(sent())
                .hasToString("{\"userId\":\"u-1\",\"context\":{\"escalation\":{\"level\":\"manager\",\"score\":0.81,"
                        + "\"reason\":\"score is at or over manager (0.65)\",\"reasonCode\":\"score_reached\","
                        + "\"flow\":\"manager_escalation\",\"node\":\"start\",\"decidedAt\":\"2026-11-22T10:00:00Z\","
                        + "\"handover\":{\"level\":\"manager\",\"reason\":\"score is at or over manager (0.65)\","
                        + "\"reasonCode\":\"score_reached\",\"worstTurn\":{\"place\":2,\"frustration\":0.9123},\"trend\":\"rising\","
                        + "\"turns\":3,\"language\":\"en\",\"skill\":\"complaints\",\"priority\":7}}}}");
        assertThat(cognigy.context("s-1").getJsonObject("escalation").getString("level")).isEqualTo("manager");
    }

    @Test
    void theTemplateSaysWhichFieldsStandUnderWhichKey() {
        route(plain(), "context.under", "heat", "context.fields.0", "id", "context.fields.1", "reason-code");
        assertThat(sent().getJsonObject("context"))
                .hasToString("{\"heat\":{\"id\":\"d-1\",\"reasonCode\":\"score_reached\"}}");
    }

    @Test
    void whatIsNotKnownIsNullAndNotAnEarlierDecisions() {
        Decision byRule = new Decision(Routers.DECISION.level(), Score.ofNothing(), false, "rule legal", "legal");
        route(new Dispatch("d-1", Routers.SESSION, byRule));
        assertThat(sent().getJsonObject("context").getJsonObject("escalation"))
                .containsEntry("score", JsonValue.NULL)
                .containsEntry("handover", JsonValue.NULL)
                .containsEntry("decidedAt", JsonValue.NULL);
    }

    @Test
    void whatElseTheFlowKeepsStays() {
        route(plain());
        route(new Dispatch("d-2", Routers.SESSION, Routers.decision(0.9)), "context.under", "other");
        assertThat(cognigy.context("s-1")).containsOnlyKeys("escalation", "other");
    }

    @Test
    void aSessionThatIsOverIsTold() {
        cognigy.end("s-1");
        assertThat(route(plain())).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message()).matches(
                "Cognigy API error 404: no such session \\(code 1002, traceId [0-9a-f-]{36}\\)\\. Is the session still open,"
                        + " and is its tenant the one of COGNIGY_BASE_URL\\?"));
    }

    @Test
    void aBodyThatCognigyWouldNotTakeIsNotSent() {
        Decision wordy = new Decision(new Level("manager", 0.65, "f".repeat(60_000), "start"), new Score(0.8, List.of()),
                "why");
        assertThat(route(new Dispatch("d-1", Routers.SESSION, wordy))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.REJECTED);
            assertThat(failed.message())
                    .matches("The call to Cognigy would have 60\\d{3} bytes, and Cognigy takes 60000: name"
                            + " fewer fields in the option context\\.fields, or shorten the texts\\.");
        });
        assertThat(cognigy.requests()).isEmpty();
    }

    @Test
    void aUserIsNoUnicodeEither() {
        assertThat(route(new Dispatch("d-1", new Session("s-1", "", "", "half \ud83d"), Routers.DECISION)))
                .isEqualTo(new Failed(
                        RoutingResult.Fault.REJECTED, "The user's id is not valid Unicode: Cognigy would see another one."));
    }

    @Test
    void theBudgetIsTheSharedCloudsUnlessSaidOtherwise() {
        Map<String, String> environment = Map.of("COGNIGY_API_KEY", "k", "COGNIGY_BASE_URL", "https://api-trial.cognigy.ai");
        try (Router usual = Routers.create(Map.of("dialect", "context-inject"), environment);
                Router own = Routers.create(Map.of("dialect", "context-inject", "requests-per-minute", "7"), environment)) {
            assertThat(usual.traits().toString()).contains("AtMost[calls=900, span=PT5M]");
            assertThat(own.traits().toString()).contains("AtMost[calls=7, span=PT1M]");
        }
    }
}
