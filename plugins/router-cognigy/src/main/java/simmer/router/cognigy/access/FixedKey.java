package simmer.router.cognigy.access;

import java.util.Optional;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.wire.HeaderField;

/**
 * An API key, always the same.
 *
 * @param key the key
 * @param field the header that holds it
 */
public record FixedKey(Secret key, HeaderField field) implements Credentials {

    /** The tutorial's way. */
    public static FixedKey bearer(Secret key) {
        return new FixedKey(key, new HeaderField("Authorization", "Bearer " + key.value()));
    }

    /** Cognigy's own way. */
    public static FixedKey apiKey(Secret key) {
        return new FixedKey(key, new HeaderField("X-API-Key", key.value()));
    }

    @Override
    public Optional<HeaderField> header(Deadline deadline) {
        return Optional.of(field);
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
        return "Invalid or expired Cognigy API key. Verify the COGNIGY_API_KEY environment variable; a new key is made in"
                + " Cognigy under API Keys.";
    }

    @Override
    public String hiddenIn(String text) {
        return key.hiddenIn(text);
    }
}
