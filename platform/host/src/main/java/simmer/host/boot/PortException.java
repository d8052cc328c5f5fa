package simmer.host.boot;

import java.io.Serial;

/** A port that Simmer should listen on can't be had: whoever runs the machine must act. */
public final class PortException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PortException(int webhook, int administration, Throwable cause) {
        super("port " + webhook + " (the webhook, SERVER_PORT) or " + administration
                + " (administration, SERVER_SOCKETS_ADMIN_PORT) can't be had: " + cause.getMessage()
                + ". Stop what listens there, or choose another port", cause);
    }
}
