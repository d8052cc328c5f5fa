package simmer.host.events;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import simmer.host.hashing.Hashes;

/**
 * What stands for a session in logs and traces: a part of the HMAC-SHA-256 of its id. Events of one session can be put
 * together, and who has the secret and an id can find them; who has only the log learns no id. Immutable.
 */
public final class SessionMarks {

    private static final int KEPT_BYTES = 8;
    private static final int RANDOM_BYTES = 32;

    private final byte[] key;

    private SessionMarks(byte[] key) {
        this.key = key;
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
        return HexFormat.of().formatHex(Hashes.hmac(key, sessionId), 0, KEPT_BYTES);
    }
}
