package simmer.host.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a session in logs and traces: a part of the HMAC-SHA-256 of its id. Events of one session can be put
 * together, and who has the secret and an id can find them; who has only the log learns no id. Immutable.
 */
public final class SessionMarks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 8;
    private static final int RANDOM_BYTES = 32;

    private final SecretKeySpec key;

    private SessionMarks(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The same marks on every replica, and after a restart. */
    public static SessionMarks under(String secret) {
        return new SessionMarks(("simmer.events " + secret.strip()).getBytes(StandardCharsets.UTF_8));
    }

    /** Marks that hold until the process ends. */
    public static SessionMarks ofThisProcess(RandomGenerator random) {
        byte[] key = new byte[RANDOM_BYTES];
        random.nextBytes(key);
        return new SessionMarks(key);
    }

    /** 16 hexadecimal digits for an id of any length. */
    String mark(String sessionId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, KEPT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
