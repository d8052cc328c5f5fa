package simmer.router.cognigy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;

import simmer.spi.OptionChecks;

/**
 * The secret that lets us in.
 *
 * @param value visible ASCII only, so that it fits in a header
 */
record ApiKey(String value) {

    private static final int ACCOUNT_BYTES = 16;

    /** @return empty, and a problem reported, if no header could hold it */
    static Optional<ApiKey> of(Setting setting, OptionChecks checks) {
        if (!setting.value().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            setting.refuse(checks, "holds a character that no HTTP header may hold (a line break, a space or a letter"
                    + " outside ASCII); copy the key again");
            return Optional.empty();
        }
        return Optional.of(new ApiKey(setting.value()));
    }

    Header bearer() {
        return HeaderValues.create(HeaderNames.AUTHORIZATION, true, true, "Bearer " + value);
    }

    /** A name for whoever holds this key, of which the key can't be told. */
    String account() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return CognigyRouterProvider.KEY + "-" + HexFormat.of().formatHex(digest, 0, ACCOUNT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the key out of a text that came from outside. */
    String hiddenIn(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
