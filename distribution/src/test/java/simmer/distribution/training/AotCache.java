package simmer.distribution.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** Makes the AOT cache of an image from a list of classes: of the same image and list always the same bytes. */
public final class AotCache {

    /**
     * Some 330 words differ between two caches of one list: the machine's uptime, in each soft reference on the cache's
     * heap, and the checksums over them, which the JVM checks only if told to. More means that something else differs as
     * well.
     */
    private static final int MOST_DIFFERENT_WORDS = 1_000;

    private AotCache() {
    }

    /**
     * Makes it.
     *
     * @param classes as {@link ClassList} leaves it
     * @throws IllegalStateException if the JVM makes none, or another one each time
     */
    public static void make(Image image, Path classes, Path cache) throws IOException, InterruptedException {
        Path once = Files.createTempFile("once", ".aot");
        Path again = Files.createTempFile("again", ".aot");
        try {
            dump(image, classes, once);
            dump(image, classes, again);
            Files.write(cache, common(Files.readAllBytes(once), Files.readAllBytes(again)));
        } finally {
            // A JVM that fails may have removed it.
            Files.deleteIfExists(once);
            Files.deleteIfExists(again);
        }
    }

    /** From within the image, so that its place does not get into the cache. */
    private static void dump(Image image, Path classes, Path cache) throws IOException, InterruptedException {
        Ended ended = Command
                .ofWords(List.of(image.home().resolve("runtime/bin/java").toString(), "@conf/jvm.options", "-Xlog:disable",
                        "-Xlog:all=error:stderr", "-Xshare:dump", "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + classes.toAbsolutePath(),
                        "-XX:SharedArchiveFile=" + cache, "-cp", "lib/simmer.jar"))
                .in(image.home()).run();
        if (ended.exitCode() != 0) {
            throw new IllegalStateException("no AOT cache was made:\n" + ended.out() + ended.err());
        }
    }

    /** What two caches have in common, and zeros in between. */
    private static byte[] common(byte[] once, byte[] again) {
        if (once.length != again.length) {
            throw new IllegalStateException(
                    "two AOT caches of one list have " + once.length + " and " + again.length + " bytes");
        }
        IntBuffer words = ByteBuffer.wrap(once).asIntBuffer();
        IntBuffer others = ByteBuffer.wrap(again).asIntBuffer();
        int different = 0;
        for (int i = 0; i < words.limit(); i++) {
            if (words.get(i) != others.get(i)) {
                words.put(i, 0);
                different++;
            }
        }
        if (different > MOST_DIFFERENT_WORDS) {
            throw new IllegalStateException(
                    "two AOT caches of one list differ in " + different + " words: more than clocks");
        }
        return once;
    }
}
