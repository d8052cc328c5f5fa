package simmer.host.access;

import java.util.List;
import java.util.stream.Collectors;

/** The credentials of which a caller needs one. Immutable. */
public final class Access {

    private final List<Credential> credentials;

    private Access(List<Credential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    /** @param credentials none means that everyone may call */
    public static Access with(List<? extends Credential> credentials) {
        return new Access(List.copyOf(credentials));
    }

    /** Whether callers need a credential at all. */
    public boolean required() {
        return !credentials.isEmpty();
    }

    /** Whether a caller may call. */
    public boolean admits(Presented presented) {
        return !required() || credentials.stream().anyMatch(credential -> credential.admits(presented));
    }

    /** What {@code WWW-Authenticate} offers, one value for each scheme. */
    public List<String> challenges() {
        return credentials.stream().map(Credential::challenge).distinct().toList();
    }

    /** What a caller who isn't admitted is told. */
    public String refusal() {
        return "no key or a wrong one: send "
                + credentials.stream().map(Credential::hint).collect(Collectors.joining(", or "));
    }
}
