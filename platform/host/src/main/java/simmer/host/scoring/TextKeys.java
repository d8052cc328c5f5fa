package simmer.host.scoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import simmer.spi.Utterance;

/**
 * Makes keys of texts: HMAC-SHA-256 (RFC 2104), cut to 128 bits, under a secret that is made at the start and never leaves
 * the process. Whoever sees a key can neither read the text nor try out what it might have been. For use by any number of
 * threads.
 */
final class TextKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final Mac keyed;

    /** @param identity of the model: the same text has another key with another model */
    TextKeys(String identity) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        keyed = mac(mac(secret).doFinal(identity.getBytes(StandardCharsets.UTF_8)));
    }

    TextKey of(Utterance utterance) {
        ByteBuffer hash = ByteBuffer.wrap(copy().doFinal(utterance.text().getBytes(StandardCharsets.UTF_8)));
        return new TextKey(hash.getLong(), hash.getLong());
    }

    /** Looking the algorithm up anew would cost more than the hash. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
