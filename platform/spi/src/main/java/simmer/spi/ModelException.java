package simmer.spi;

/** A model's engine failed: nothing was read. Those who run the model must look; its users did nothing wrong. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what failed; holds no customer's words */
    public ModelException(String message) {
        super(message);
    }

    /** @param message what failed; holds no customer's words */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
