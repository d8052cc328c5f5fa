package simmer.router.cognigy.access;

import java.util.Optional;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.wire.HeaderField;

/** Nobody in particular: the address itself holds a token. */
public record NoKey() implements Credentials {

    @Override
    public Optional<HeaderField> header(Deadline deadline) {
        return Optional.empty();
    }

    @Override
    public boolean refused(HeaderField refused, boolean known) {
        return false;
    }

    @Override
    public boolean known() {
        return true;
    }

    @Override
    public String remedy() {
        return "Cognigy asks for a key. Set the COGNIGY_API_KEY environment variable; a key is made in Cognigy under API Keys.";
    }

    @Override
    public String hiddenIn(String text) {
        return text;
    }
}
