package simmer.distribution.training;

import java.io.IOException;
import java.nio.file.Path;

import simmer.distribution.fixture.Image;

/**
 * Makes what only a run can make, once the image is complete: the store that new data folders begin with, and the image's
 * AOT cache.
 */
public final class Training {

    private Training() {
    }

    /**
     * Trains; fails if anything in it does, for the build must not go on without the cache.
     *
     * @param args where the list of classes is left; and if another build's is to be used, where that one lies
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Image image = Image.built();
        EmptyStore.make(image);
        JarList.write(image);
        Path classes = Path.of(args[0]);
        if (args.length > 1 && !args[1].isBlank()) {
            ClassList.adopt(Path.of(args[1]), classes);
        } else {
            ClassList.record(image, classes);
        }
        AotCache.make(image, classes, image.aotCache());
    }
}
