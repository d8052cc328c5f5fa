package simmer.host.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

import simmer.host.hashing.Hashes;

/** Digests that anyone can check with {@code sha256sum}, in lower-case hexadecimal digits. */
final class Sha256 {

    private Sha256() {
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One for several files by their names: the digest of what {@code sha256sum} prints of them, in this order. */
    static String of(SortedMap<String, Path> files) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            list.append(of(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        return HexFormat.of().formatHex(Hashes.sha256().digest(list.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
