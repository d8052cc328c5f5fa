package simmer.host.hashing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and keyed hashes. Texts are hashed in UTF-8. What is returned is fresh, and for one thread. */
public final class Hashes {

    private static final String HMAC = "HmacSHA256";

    private Hashes() {
    }

    /** SHA-256, 32 bytes (FIPS 180-4). */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** SHA-512, 64 bytes (FIPS 180-4). */
    public static MessageDigest sha512() {
        return digest("SHA-512");
    }

    /** HMAC-SHA-256, 32 bytes (RFC 2104), to be used as often as there are texts under one key. */
    public static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + HMAC, e);
        }
    }

    /** HMAC-SHA-256 of one text. */
    public static byte[] hmac(byte[] key, String text) {
        return hmac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }
}
