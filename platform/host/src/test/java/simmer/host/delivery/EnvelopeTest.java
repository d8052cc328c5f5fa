package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.host.store.Message;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.Turns;

final class EnvelopeTest {

    private static final Session SESSION = new Session("a/b \"ü😀\n", "webchat", "de-AT");
    private static final Level LEVEL = new Level("manager", 0.65, "manager_escalation", "start");

    @Test
    void whatIsSealedComesOutTheSameButForTheTurns() {
        Decision decision = new Decision(LEVEL, Turns.score(0.8125), "score 0.81 is at or over manager (0.65)");
        Envelope envelope = new Envelope(SESSION, decision, SettableTime.START);
        Message message = envelope.seal(2);
        assertThat(message.urgency()).isEqualTo(2);
        assertThat(message.id()).isNotEqualTo(envelope.seal(2).id());
        assertThat(Envelope.open(message)).isEqualTo(new Envelope(SESSION,
                new Decision(LEVEL, new Score(0.8125, List.of()), decision.reason()), SettableTime.START));
        assertThat(Envelope.open(message).dispatch(message.id()).id()).isEqualTo(message.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"session\":{\"id\":\"\"}}", "{\"session\":7}", "null"})
    void whatIsNoneIsRefusedBySayingWhich(String body) {
        assertThatThrownBy(() -> Envelope.open(new Message("m-1", 2, body))).isInstanceOf(IllegalArgumentException.class);
    }
}
