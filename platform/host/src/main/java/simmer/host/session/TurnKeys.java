package simmer.host.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

import simmer.host.hashing.Hashes;

/**
 * Keyed hashes of what was said, the same after a restart and on every replica: HMAC-SHA-256 under a key of each session's
 * own, which is the HMAC of the session's id under the configured secret. The same words in two sessions don't show as the
 * same, and who has the store without the secret can't try words. Without a secret the session's id alone is the key: that
 * keeps words out of the store, but short ones can be found by trying. A secret kept beside the data would be no better,
 * so none is made up. Immutable.
 */
public final class TurnKeys {

    /** 72 bits: within a session's few hundred turns two never meet by chance. */
    private static final int KEPT_BYTES = 9;

    private final byte[] root;
    private final String fingerprint;

    /**
     * Makes keys.
     *
     * @param secret the same on every replica that shares a store; empty if there is none
     * @param model what reads the turns: how another one read them can't be compared
     */
    public TurnKeys(String secret, String model) {
        this.root = Hashes.hmac(bytes("simmer.session.hash-key"), secret.strip());
        this.fingerprint = text(Hashes.hmac(root, "read by " + model));
    }

    /** Tells one secret, and one model, from another: turns remembered under another are of no use. */
    String fingerprint() {
        return fingerprint;
    }

    /** The keys of a session. */
    OfSession of(String sessionId) {
        return new OfSession(Hashes.hmac(root, "session " + sessionId));
    }

    /** Makes the keys of one session. For one thread: it uses one and the same hash for all of a long history. */
    static final class OfSession {

        private final Mac mac;

        private OfSession(byte[] key) {
            this.mac = Hashes.hmac(key);
        }

        /** 12 characters for a text of any length. */
        String key(String text) {
            return text(mac.doFinal(bytes(text)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] hash) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, KEPT_BYTES));
    }
}
