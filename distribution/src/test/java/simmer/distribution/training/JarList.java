package simmer.distribution.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import simmer.distribution.fixture.Image;

/**
 * What the AOT cache holds for: the time that all jars have, in a comment, and the SHA-256 of each, as {@code sha256sum}
 * checks it. The file itself has that time too, so that {@code bin/simmer} sees at a glance whether times were lost.
 */
final class JarList {

    private JarList() {
    }

    static void write(Image image) throws IOException {
        FileTime time = FileTime.from(Files.getLastModifiedTime(image.lib().resolve("simmer.jar")).toInstant()
                .truncatedTo(ChronoUnit.SECONDS));
        List<String> lines = new ArrayList<>(List.of("# " + time));
        for (String name : image.names("lib")) {
            Path jar = image.lib().resolve(name);
            Files.setLastModifiedTime(jar, time);
            lines.add(sha256(jar) + "  lib/" + name);
        }
        Files.setLastModifiedTime(Files.write(image.jarsOfAotCache(), lines), time);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
