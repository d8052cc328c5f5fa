package simmer.router.cognigy.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
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

/** Why an attempt got no answer, and what to do about it, in words for people. */
public final class NetworkFault {

    private static final String IN_BETWEEN = "If it happens again, look at the proxies and firewalls in between.";

    private NetworkFault() {
    }

    /**
     * @param what half a sentence, without its full stop
     * @param advice what to look at, whole sentences
     */
    private record Reason(String what, String advice) {
    }

    /**
     * A fault that may pass is one of the network; a certificate that is not to be trusted won't pass, and is what the other
     * side shows for credentials, so whoever configured ours must act.
     */
    static Failed of(Throwable thrown, Peer peer) {
        return certificate(thrown)
                .map(what -> new Failed(Fault.CREDENTIALS, peer.at() + " is not called: its certificate " + what)
                        .notArrived())
                .orElseGet(() -> network(reason(thrown, peer), peer));
    }

    /** An answer of which only the beginning came. */
    public static Failed brokenOff(Peer peer) {
        return network(new Reason("the answer broke off", IN_BETWEEN), peer);
    }

    private static Failed network(Reason reason, Peer peer) {
        return new Failed(Fault.NETWORK, "Network error contacting " + peer.at() + ": " + reason.what() + ". "
                + reason.advice());
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
                        : "can't be trusted (" + OneLine.of(message) + "). Ask whoever runs that host.");
            }
        }
        return found;
    }

    private static Reason reason(Throwable thrown, Peer peer) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException fault) {
                return reason(fault, peer);
            }
        }
        // Helidon's own words may quote what the other side sent.
        return isNameNotFound(thrown)
                ? new Reason("the host's name can't be resolved", peer.doubt() + " If so, does DNS work on this machine?")
                : new Reason("the answer broke off or is no HTTP", IN_BETWEEN);
    }

    private static Reason reason(IOException fault, Peer peer) {
        String said = OneLine.of(String.valueOf(fault.getMessage()));
        String reach = peer.doubt() + " If so, can that host and port be reached from here?";
        return switch (fault) {
            case SocketTimeoutException _ when said.startsWith("Connect") ->
                new Reason("no connection within connect-timeout", reach);
            case SocketTimeoutException _ -> new Reason("no answer within read-timeout",
                    "If it is only slow, give it more time with the option read-timeout.");
            case SSLException _ ->
                new Reason("no TLS connection, perhaps nothing there speaks TLS (" + said + ")", peer.doubt());
            case ConnectException _,NoRouteToHostException _ -> new Reason(withoutFullStop(said), reach);
            default -> new Reason(withoutFullStop(said), IN_BETWEEN);
        };
    }

    private static String withoutFullStop(String sentence) {
        return sentence.replaceAll("\\.+$", "");
    }

    /** Helidon's resolver says so with a plain exception. */
    private static boolean isNameNotFound(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                && String.valueOf(thrown.getMessage()).startsWith("Failed to get address for host");
    }
}
