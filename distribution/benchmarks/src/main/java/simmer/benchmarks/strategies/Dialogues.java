package simmer.benchmarks.strategies;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rated dialogues.
 *
 * @param support customers' complaints, rated for frustration
 * @param tasks dialogues in which an assistant books, finds or plays something, rated for satisfaction
 * @param talks dialogues in which an assistant asks what films one likes, rated for satisfaction
 */
record Dialogues(List<Dialogue> support, List<Dialogue> tasks, List<Dialogue> talks) {

    /** Reads {@code dfrustration.jsonl}, {@code uss-sgd.jsonl} and {@code uss-ccpe.jsonl} in a folder. */
    static Dialogues read(Path folder, Readings readings) {
        return new Dialogues(Corpus.read(folder.resolve("dfrustration.jsonl"), "frustration", readings),
                Corpus.read(folder.resolve("uss-sgd.jsonl"), "satisfaction", readings),
                Corpus.read(folder.resolve("uss-ccpe.jsonl"), "satisfaction", readings));
    }

    /** All that are rated for satisfaction. */
    List<Dialogue> assistants() {
        return Stream.concat(tasks.stream(), talks.stream()).toList();
    }
}
