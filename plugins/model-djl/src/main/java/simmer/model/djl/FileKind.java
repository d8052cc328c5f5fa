package simmer.model.djl;

import java.nio.file.Path;
import java.util.List;

/**
 * Which file of a model's folder an engine runs.
 *
 * @param suffix how its name ends, such as {@code .onnx}
 * @param others endings of other files that end so too
 */
public record FileKind(String suffix, List<String> others) {

    public FileKind {
        others = List.copyOf(others);
    }

    /** Every file whose name ends so. */
    public static FileKind ending(String suffix) {
        return new FileKind(suffix, List.of());
    }

    boolean matches(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(suffix) && others.stream().noneMatch(name::endsWith);
    }
}
