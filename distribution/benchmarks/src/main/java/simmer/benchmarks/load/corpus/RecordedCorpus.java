package simmer.benchmarks.load.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/**
 * What real customers said, in the order of a shuffle that is the same in every run. From the second pass on each utterance
 * ends with the number of the pass, so that what one pass brought is new again in the next, while what people say over and
 * over ("yes please") is repeated in each pass just as often as it was recorded.
 */
public final class RecordedCorpus implements Corpus {

    private static final int SEED = 5;

    private final List<List<String>> recorded;
    private int drawn;

    private RecordedCorpus(List<List<String>> recorded) {
        this.recorded = recorded;
    }

    /**
     * Reads {@code *.jsonl}: a dialogue a line, {@code {"turns": [{"role": "user", "text": "…"}, …]}}. Only what users say
     * counts.
     *
     * @throws IOException if the folder holds no such file, or one can't be read
     */
    public static RecordedCorpus of(Path folder) throws IOException {
        List<List<String>> recorded = new ArrayList<>();
        for (Path file : dialogues(folder)) {
            for (String line : Files.readAllLines(file)) {
                List<String> utterances = utterances(line);
                if (!utterances.isEmpty()) {
                    recorded.add(utterances);
                }
            }
        }
        if (recorded.isEmpty()) {
            throw new IOException(folder + " holds no dialogues: *.jsonl, one a line");
        }
        Collections.shuffle(recorded, new Random(SEED));
        return new RecordedCorpus(List.copyOf(recorded));
    }

    private static List<Path> dialogues(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private static List<String> utterances(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject().getJsonArray("turns").getValuesAs(JsonObject.class).stream()
                    .filter(turn -> turn.getString("role").equals("user"))
                    .map(turn -> turn.getString("text"))
                    .filter(text -> !text.isBlank())
                    .toList();
        }
    }

    @Override
    public Conversation next() {
        int pass = drawn / recorded.size();
        List<String> utterances = recorded.get(drawn % recorded.size());
        String session = "recorded-" + drawn++;
        return Conversation.of(session, pass == 0
                ? utterances
                : utterances.stream().map(text -> text + " " + (pass + 1)).toList());
    }
}
