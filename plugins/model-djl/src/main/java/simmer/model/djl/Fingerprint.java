package simmer.model.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells models apart that could read the same text differently: SHA-256 of their files, and of how they are run. */
final class Fingerprint {

    private static final String ALGORITHM = "SHA-256";

    private Fingerprint() {
    }

    /**
     * Reads all of a model's files that are needed.
     *
     * @param settings what else decides how a text is read
     * @return 64 hexadecimal digits
     * @throws simmer.spi.OptionException if a file can't be read
     */
    static String of(ModelFolder folder, List<String> settings) {
        MessageDigest digest = digest();
        for (Path file : folder.files()) {
            digest.update(contents(file));
        }
        digest.update(String.join("\n", settings).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] contents(Path file) {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        } catch (IOException e) {
            throw ModelFolder.broken(file, "can't be read: " + e.getMessage());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
