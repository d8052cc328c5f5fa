package simmer.host.webhook;

import simmer.host.delivery.Delivery;

/** The words that stand in answers, and as labels in metrics, for what became of a decision. */
final class AnswerWords {

    private AnswerWords() {
    }

    static String status(Delivery delivery) {
        return delivery instanceof Delivery.Failed ? "error" : "success";
    }

    static String delivery(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _ -> "delivered";
            case Delivery.Unchanged _ -> "unchanged";
            case Delivery.Failed _ -> "failed";
        };
    }
}
