package simmer.model.oip;

/** A server's model is another than the configured one. Has no stack trace: it is a result, not a bug. */
final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what doesn't fit, worded to follow the model's name: "has 2 outputs, none of them named logits" */
    UnfitException(String message) {
        super(message, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
