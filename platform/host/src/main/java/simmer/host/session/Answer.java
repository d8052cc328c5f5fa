package simmer.host.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import simmer.host.decision.Levels;
import simmer.spi.Decision;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;

/**
 * What a turn was answered.
 *
 * @param turn the turn's identity
 * @param at when
 * @param turnsThen how many turns the session had had, this one included
 * @param level the level's name
 * @param score the score, absent if there was none
 * @param messageId the message that it put into the outbox, if any
 */
record Answer(String turn, Instant at, long turnsThen, String level, Optional<Double> score, String reason,
        String reasonCode, Optional<String> messageId) {

    static Answer of(TurnIdentity turn, Instant at, long turnsThen, Decision decision, Optional<String> messageId) {
        return new Answer(turn.key(), at, turnsThen, decision.level().name(),
                decision.scored() ? Optional.of(decision.score().value()) : Optional.empty(), decision.reason(),
                decision.reasonCode(), messageId);
    }

    /** The decision again; the turns explain it as far as they are still known. */
    Decision decision(Levels levels, List<ScoredTurn> turns) {
        return new Decision(levels.named(level), score.map(value -> new Score(value, turns)).orElseGet(Score::ofNothing),
                score.isPresent(), reason, reasonCode);
    }
}
