package simmer.host.scoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

import simmer.host.hashing.Hashes;
import simmer.spi.Utterance;

/**
 * Makes keys of texts: SHA-256 of a secret block and the text, cut to 128 bits, which is also why appending to a text can't
 * be guessed at. The secret is made at the start and never leaves the process: whoever sees a key can neither read the text
 * nor try out what it might have been. For use by any number of threads.
 */
final class TextKeys {

    private static final int SECRET_BYTES = 32;

    private final MessageDigest keyed;

    /** @param modelIdentity so that the same text has another key with another model */
    TextKeys(String modelIdentity) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        MessageDigest block = Hashes.sha512();
        block.update(secret);
        block.update(modelIdentity.getBytes(StandardCharsets.UTF_8));
        keyed = Hashes.sha256();
        // 64 bytes, one block of SHA-256: digested here once, and not again for each text.
        keyed.update(block.digest());
    }

    TextKey of(Utterance utterance) {
        ByteBuffer hash = ByteBuffer.wrap(copy().digest(utterance.text().getBytes(StandardCharsets.UTF_8)));
        return new TextKey(hash.getLong(), hash.getLong());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own SHA-256 can be copied", e);
        }
    }
}
