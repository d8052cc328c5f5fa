package simmer.model.pytorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import simmer.model.djl.NativeFolder;
import simmer.spi.OptionException;

/**
 * PyTorch's native library, unpacked.
 *
 * @param folder holds {@code libtorch.so}
 * @param flavour what it was built for: {@code cpu} or a version of CUDA, such as {@code cu128}
 */
record Libtorch(Path folder, String flavour) {

    static final String KEY = "libtorch";
    static final String CUDA_FLAVOUR = "cu128";

    /** The only one that DJL's binding was built against; another one loads and then breaks. */
    static final String VERSION = "2.7.1";

    private static final String ENVIRONMENT = "PYTORCH_LIBRARY_PATH";
    private static final List<String> FLAVOURS = List.of("cpu", CUDA_FLAVOUR);
    private static final Pattern BUILD = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\+(\\w+)");
    private static final long MOST_BYTES = 4096;

    /**
     * @param named what the option names
     * @param environment the process's environment variables
     * @throws OptionException if there is none, or it is not of a version that works
     */
    static Libtorch find(Optional<Path> named, Map<String, String> environment) {
        Path folder = named.or(() -> Optional.ofNullable(environment.get(ENVIRONMENT)).map(Path::of))
                .orElseGet(() -> NativeFolder.shipped(Libtorch.class));
        Path library = folder.resolve(System.mapLibraryName("torch"));
        if (!Files.isRegularFile(library)) {
            Path below = folder.resolve("lib");
            if (!Files.isRegularFile(below.resolve(library.getFileName()))) {
                throw wrong(folder, "where " + library.getFileName() + " is missing; it must be the folder of a libtorch "
                        + VERSION + ", or its folder lib");
            }
            folder = below;
        }
        return of(folder, environment);
    }

    private static Libtorch of(Path folder, Map<String, String> environment) {
        Matcher build = BUILD.matcher(build(folder));
        if (!build.find()) {
            throw wrong(folder, "which doesn't say its version in a file build-version or version.py; it must be "
                    + VERSION + "+cpu or " + VERSION + "+" + CUDA_FLAVOUR);
        }
        if (!build.group(1).equals(VERSION) || !FLAVOURS.contains(build.group(2))) {
            throw wrong(folder, "which is of version " + build.group() + "; it must be " + VERSION + "+cpu or " + VERSION
                    + "+" + CUDA_FLAVOUR);
        }
        Libtorch found = new Libtorch(folder, build.group(2));
        found.settings().forEach((variable, value) -> {
            String set = environment.getOrDefault(variable, value);
            if (!set.equals(value)) {
                throw wrong(folder, "but the environment variable " + variable + " is '" + set + "'; unset it, or set it to "
                        + value);
            }
        });
        return found;
    }

    /** A libtorch brings {@code build-version} in the folder above its libraries, PyTorch for Python {@code version.py}. */
    private static String build(Path folder) {
        Path above = Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
        for (Path file : List.of(folder.resolve("build-version"), above.resolve("build-version"),
                above.resolve("version.py"))) {
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                    return Files.readString(file);
                }
            } catch (IOException e) {
                throw wrong(folder, "whose " + file.getFileName() + " can't be read: " + e.getMessage());
            }
        }
        return "";
    }

    /** What DJL must be told to load this one; it reads the environment first, system properties second. */
    Map<String, String> settings() {
        return Map.of(ENVIRONMENT, folder.toString(), "PYTORCH_VERSION", VERSION, "PYTORCH_FLAVOR", flavour);
    }

    boolean forGpu() {
        return flavour.equals(CUDA_FLAVOUR);
    }

    private static OptionException wrong(Path folder, String sentence) {
        return new OptionException(KEY, "is " + folder + ", " + sentence);
    }
}
