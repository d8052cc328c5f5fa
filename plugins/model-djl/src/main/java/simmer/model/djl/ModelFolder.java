package simmer.model.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import simmer.spi.OptionException;

/**
 * The files of a model in Hugging Face's layout.
 *
 * @param config {@code config.json}
 * @param tokenizer {@code tokenizer.json}
 * @param network the one file of the engine's format, whatever its name; the folder itself if the network runs elsewhere
 * @param files those that are needed, which decide how a text is read
 */
public record ModelFolder(Path config, Path tokenizer, Path network, List<Path> files) {

    /** The option that names the folder; what is wrong with the model is reported under it. */
    public static final String KEY = "path";

    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer.json";

    public ModelFolder {
        files = List.copyOf(files);
    }

    /**
     * Finds the files; reads none.
     *
     * @param kind of the engine's file
     * @throws OptionException if it is no such folder
     */
    public static ModelFolder open(Path folder, FileKind kind) {
        requireFolder(folder, CONFIG + ", " + TOKENIZER + " and a file *" + kind.suffix());
        Path config = file(folder, CONFIG);
        Path tokenizer = file(folder, TOKENIZER);
        Path network = network(folder, kind);
        return new ModelFolder(config, tokenizer, network, List.of(config, tokenizer, network));
    }

    /**
     * Finds the files of a model whose network runs elsewhere; reads none.
     *
     * @param tokenizes whether text becomes tokens here
     * @throws OptionException if it is no such folder
     */
    static ModelFolder withoutNetwork(Path folder, boolean tokenizes) {
        requireFolder(folder, CONFIG + (tokenizes ? " and " + TOKENIZER : ""));
        Path config = file(folder, CONFIG);
        Path tokenizer = tokenizes ? file(folder, TOKENIZER) : folder.resolve(TOKENIZER);
        return new ModelFolder(config, tokenizer, folder, tokenizes ? List.of(config, tokenizer) : List.of(config));
    }

    private static void requireFolder(Path folder, String files) {
        if (!Files.isDirectory(folder)) {
            throw new OptionException(KEY, "is " + folder + ", which is no folder; it must be a model's, with " + files);
        }
    }

    private static Path file(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new OptionException(KEY, "is " + folder + ", where the file " + name + " is missing");
        }
        return file;
    }

    private static Path network(Path folder, FileKind kind) {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(kind::matches).sorted().toList();
        } catch (IOException e) {
            throw new OptionException(KEY, "is " + folder + ", which can't be listed: " + e.getMessage());
        }
        if (found.isEmpty()) {
            throw new OptionException(KEY, "is " + folder + ", where a file *" + kind.suffix() + " is missing");
        }
        if (found.size() > 1) {
            String names = found.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
            throw new OptionException(KEY, "is " + folder + ", where one file *" + kind.suffix() + " must lie, not "
                    + found.size() + ": " + names + "; move all but one away");
        }
        return found.getFirst();
    }

    /** The engine could not load {@link #network()}. */
    public OptionException unloadable(Exception failure) {
        return broken(network, "can't be loaded: it is damaged, not whole, or of another format (the engine says: "
                + EngineFailure.words(failure) + ")");
    }

    /** What is wrong with one of a model's files, worded to follow its path: "is empty", "lacks id2label". */
    public static OptionException broken(Path file, String sentence) {
        return new OptionException(KEY, "leads to " + file + ", which " + sentence);
    }
}
