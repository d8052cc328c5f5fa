package simmer.distribution.demo;

import java.io.Serial;

/** The webhook refused what the demo said, for it has no key. */
final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RefusedException(int status) {
        super("the webhook answered " + status
                + ": the demo has no key, so give it a configuration without simmer.webhook.api-keys");
    }
}
