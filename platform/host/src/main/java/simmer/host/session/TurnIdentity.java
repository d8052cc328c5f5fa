package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What makes a turn the same when its webhook comes again. Cognigy's own ids if the payload has one; else the text at its
 * place in the history. A payload with neither can't be told from a customer who says it again: then the text counts as the
 * same turn for a short while only, and only if no other turn came between.
 *
 * @param key a keyed hash
 * @param certain whether the same key is the same turn, whenever it comes
 */
record TurnIdentity(String key, boolean certain) {

    /** The identity of a webhook's newest turn; none if nothing was said and the payload has no id. */
    static Optional<TurnIdentity> of(Incoming incoming, List<String> turnKeys, TurnKeys.OfSession keys) {
        if (!incoming.inputId().isBlank()) {
            return Optional.of(new TurnIdentity(keys.key("input " + incoming.inputId()), true));
        }
        if (!incoming.traceId().isBlank()) {
            return Optional.of(new TurnIdentity(keys.key("trace " + incoming.traceId()), true));
        }
        if (turnKeys.isEmpty()) {
            return Optional.empty();
        }
        String place = "place " + incoming.place() + " " + String.join(" ", turnKeys);
        return Optional.of(new TurnIdentity(keys.key(place), incoming.place() > 0));
    }

    /**
     * The answer that this turn was given, if it came before.
     *
     * @param answers oldest first
     */
    Optional<Answer> among(List<Answer> answers, Duration sameTurnWithin, Instant now) {
        if (!certain) {
            return answers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(answers.getLast()).filter(last -> last.turn().equals(key))
                            .filter(last -> Duration.between(last.at(), now).abs().compareTo(sameTurnWithin) < 0);
        }
        return answers.stream().filter(answer -> answer.turn().equals(key)).findFirst();
    }
}
