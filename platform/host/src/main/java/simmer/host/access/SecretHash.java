package simmer.host.access;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import simmer.host.hashing.Hashes;

/**
 * A secret that can be recognised and not be told: {@code hmac-sha256:SALT:HASH}, the HMAC-SHA-256 (RFC 2104) of the secret
 * in UTF-8 under a random salt of 16 bytes, both in hexadecimal digits.
 * <p>
 * Not a slow hash such as PBKDF2 or scrypt: those make up for passwords that people choose. What is kept here is made by a
 * machine, of {@value #MIN_LENGTH} characters or more, which nobody can try out; and every webhook is checked, so a slow
 * hash would cost each of them its time and hand a stranger a way to keep the processor busy.
 * <p>
 * Immutable.
 */
public final class SecretHash {

    /** Characters that a secret has at least. */
    public static final int MIN_LENGTH = 16;

    private static final String SCHEME = "hmac-sha256";
    private static final int SALT_BYTES = 16;
    private static final Pattern TEXT = Pattern.compile(SCHEME + ":([0-9a-fA-F]{32}):([0-9a-fA-F]{64})");

    private final byte[] salt;
    private final byte[] hash;

    private SecretHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a secret under a new salt. */
    public static SecretHash of(String secret, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(salt, Hashes.hmac(salt, secret));
    }

    /** Whether a text is meant as a hash, well written or not, and not as a secret itself. */
    public static boolean isMeant(String text) {
        return text.startsWith(SCHEME + ":");
    }

    /** Whether a text is a hash as {@link #parse} reads it. */
    public static boolean isHash(String text) {
        return TEXT.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if the text is no hash; its message does not repeat the text */
    public static SecretHash parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no hash such as " + SCHEME + ":SALT:HASH");
        }
        return new SecretHash(HexFormat.of().parseHex(matcher.group(1)), HexFormat.of().parseHex(matcher.group(2)));
    }

    /** Whether this is the hash of a secret; takes as long whether it is or not. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(hash, Hashes.hmac(salt, secret));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return SCHEME + ":" + HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(hash);
    }
}
