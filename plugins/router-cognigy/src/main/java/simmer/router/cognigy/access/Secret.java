package simmer.router.cognigy.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import simmer.spi.OptionChecks;

/**
 * A text that lets its holder in: a key, a token.
 *
 * @param value visible ASCII only, so that it fits in a header
 */
public record Secret(String value) {

    private static final int ACCOUNT_BYTES = 16;

    /** @return empty, and a problem reported, if no header could hold it */
    public static Optional<Secret> of(Setting setting, OptionChecks checks) {
        if (!fitsHeader(setting.value())) {
            setting.refuse(checks, "holds a character that no HTTP header may hold (a line break, a space or a letter"
                    + " outside ASCII); copy the key again");
            return Optional.empty();
        }
        return Optional.of(new Secret(setting.value()));
    }

    /** Whether a text may be a secret's value. */
    static boolean fitsHeader(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** A name for whoever holds this secret, of which it can't be told. */
    public String account() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return "cognigy-" + HexFormat.of().formatHex(digest, 0, ACCOUNT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the secret out of a text that came from outside. */
    public String hiddenIn(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
