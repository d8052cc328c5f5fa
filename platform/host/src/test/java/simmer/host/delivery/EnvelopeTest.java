package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.host.store.Message;
import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Handover;
import simmer.spi.Handover.Trend;
import simmer.spi.Handover.WorstTurn;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.Turns;

final class EnvelopeTest {

    private static final Session SESSION = new Session("a/b \"ü😀\n", "webchat", "de-AT", "user/1");
    private static final Level LEVEL = new Level("manager", 0.65, "manager_escalation", "start");

    private static Envelope envelope(Decision decision, Optional<Handover> handover) {
        return new Envelope(SESSION, decision, handover, SettableTime.START, Optional.of("00-trace-span-01"));
    }

    private static Message stored(Envelope envelope) {
        return new Message("m-1", 2, envelope.body());
    }

    @Test
    void whatIsStoredComesOutTheSameButForTheTurns() {
        Decision decision = new Decision(LEVEL, Turns.score(0.8125), "score 0.81 is at or over manager (0.65)", "my_rule");
        Envelope envelope = envelope(decision, Optional.empty());
        Message message = stored(envelope);
        assertThat(Envelope.open(message)).isEqualTo(envelope(
                new Decision(LEVEL, new Score(0.8125, List.of()), decision.reason(), "my_rule"), Optional.empty()));
        assertThat(Envelope.open(message).dispatch(message.id()).id()).isEqualTo(message.id());
    }

    @Test
    void aHandoverTravelsWithItsDecision() {
        Decision decision = new Decision(LEVEL, Score.ofNothing(), false, "rule wants_human raises to manager",
                "wants_human");
        Handover handover = new Handover("manager", decision.reason(), "wants_human",
                Optional.of(new WorstTurn(2, 0.91, "say \"please\" 😀\n")), Trend.RISING, 3, "de-AT", "complaints", 7);
        Envelope envelope = envelope(decision, Optional.of(handover));
        assertThat(Envelope.open(stored(envelope))).isEqualTo(envelope);
        assertThat(Envelope.open(stored(envelope)).dispatch("m-1").handover()).contains(handover);
        Envelope withoutScore = envelope(decision, Optional.of(new Handover("manager", decision.reason(), "wants_human",
                Optional.empty(), Trend.STEADY, 0, "", "", 0)));
        assertThat(Envelope.open(stored(withoutScore))).isEqualTo(withoutScore);
    }

    @Test
    void whatAnOlderVersionStoredStillReads() {
        String stored = """
                {"session": {"id": "s-1", "platform": "webchat", "language": "en"},
                 "level": {"name": "manager", "from": 0.65, "flow": "manager_escalation", "node": "start"},
                 "score": 0.8125, "reason": "score 0.81 is at or over manager (0.65)", "decidedAt": "2026-11-22T10:00:00Z"}""";
        Dispatch dispatch = Envelope.open(new Message("m-1", 2, stored)).dispatch("m-1");
        assertThat(dispatch).isEqualTo(new Dispatch("m-1", new Session("s-1", "webchat", "en"),
                new Decision(LEVEL, new Score(0.8125, List.of()), "score 0.81 is at or over manager (0.65)"),
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-22T10:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"session\":{\"id\":\"\"}}", "{\"session\":7}", "null",
            "{\"session\":{\"id\":\"s\",\"platform\":\"\",\"language\":\"\"},\"handover\":{}}"})
    void whatIsNoneIsRefusedBySayingWhich(String body) {
        assertThatThrownBy(() -> Envelope.open(new Message("m-1", 2, body))).isInstanceOf(IllegalArgumentException.class);
    }
}
