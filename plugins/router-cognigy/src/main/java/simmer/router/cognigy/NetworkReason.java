package simmer.router.cognigy;

import java.io.IOException;
import java.net.SocketTimeoutException;

import javax.net.ssl.SSLException;

/** Why an attempt got no answer, in words for people. */
final class NetworkReason {

    private NetworkReason() {
    }

    static String of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException timeout) {
                return String.valueOf(timeout.getMessage()).startsWith("Connect")
                        ? "no connection within connect-timeout"
                        : "no answer within read-timeout";
            }
            if (cause instanceof SSLException) {
                return "no TLS connection: its certificate is not trusted, or belongs to another host, or nothing there"
                        + " speaks TLS (" + OneLine.of(String.valueOf(cause.getMessage())) + ")";
            }
            if (cause instanceof IOException) {
                return OneLine.of(String.valueOf(cause.getMessage())).replaceAll("\\.+$", ""); // a full stop follows
            }
        }
        // Helidon's own words may quote what the other side sent.
        return isNameNotFound(thrown) ? "the host's name can't be resolved" : "the answer broke off or is no HTTP";
    }

    /** Helidon's resolver says so with a plain exception. */
    private static boolean isNameNotFound(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                && String.valueOf(thrown.getMessage()).startsWith("Failed to get address for host");
    }
}
