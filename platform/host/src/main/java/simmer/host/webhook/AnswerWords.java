package simmer.host.webhook;

import java.util.Optional;

import simmer.host.delivery.Delivery;
import simmer.host.pipeline.Outcome;

/** The words that stand in answers, and as labels in metrics, for what became of a decision. */
final class AnswerWords {

    private AnswerWords() {
    }

    /** What is not at Cognigy yet is an error to the flow, kept or not; so is an answer without a score. */
    static String status(Outcome outcome) {
        return message(outcome).isPresent() ? "error" : "success";
    }

    static String delivery(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _ -> "delivered";
            case Delivery.Unchanged _ -> "unchanged";
            case Delivery.Queued _ -> "queued";
            case Delivery.Failed _ -> "failed";
        };
    }

    /** What happened and what to do, if there is no score, or the session was not moved. */
    static Optional<String> message(Outcome outcome) {
        return outcome.shortfall().or(() -> message(outcome.delivery()));
    }

    private static Optional<String> message(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _,Delivery.Unchanged _ -> Optional.empty();
            case Delivery.Queued queued -> Optional.of(queued.message());
            case Delivery.Failed failed -> Optional.of(failed.message());
        };
    }
}
