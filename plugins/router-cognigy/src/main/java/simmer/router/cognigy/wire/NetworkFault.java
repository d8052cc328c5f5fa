package simmer.router.cognigy.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

import simmer.http.parts.OneLine;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/** Why an attempt got no answer, in words for people. */
final class NetworkFault {

    private NetworkFault() {
    }

    /**
     * A fault that may pass is one of the network; a certificate that is not to be trusted won't pass, and is what the other
     * side shows for credentials, so whoever configured ours must act.
     */
    static Failed of(Throwable thrown, Peer peer) {
        return certificate(thrown)
                .map(what -> new Failed(Fault.CREDENTIALS, peer.at() + " is not called: its certificate " + what)
                        .notArrived())
                .orElseGet(() -> new Failed(Fault.NETWORK, "Network error contacting " + peer.at() + ": "
                        + reason(thrown) + "."));
    }

    private static Optional<String> certificate(Throwable thrown) {
        Optional<String> found = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Optional.of("has expired, or is not valid yet. Is our clock right? If so, its owner must renew it.");
            }
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof CertPathValidatorException || cause instanceof CertPathBuilderException) {
                found = Optional.of("is signed by nobody whom we trust. If it is a proxy's or the tenant's own, name the PEM"
                        + " file of who signed it in the option trust-certificates.");
            } else if (cause instanceof CertificateException && found.isEmpty()) {
                found = Optional.of(message.startsWith("No subject alternative") || message.startsWith("No name matching")
                        ? "belongs to another host. Is the address right?"
                        : "can't be trusted (" + OneLine.of(message) + ").");
            }
        }
        return found;
    }

    private static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException timeout) {
                return String.valueOf(timeout.getMessage()).startsWith("Connect")
                        ? "no connection within connect-timeout"
                        : "no answer within read-timeout";
            }
            if (cause instanceof SSLException) {
                return "no TLS connection, perhaps nothing there speaks TLS ("
                        + OneLine.of(String.valueOf(cause.getMessage())) + ")";
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
