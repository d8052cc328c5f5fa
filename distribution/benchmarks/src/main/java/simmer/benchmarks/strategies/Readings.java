package simmer.benchmarks.strategies;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * How the model reads utterances. A reading takes milliseconds and there are 20,000, so they are kept in a file, by hashes
 * of the model's identity and the texts. Not for use by several threads.
 */
final class Readings implements AutoCloseable {

    private final Path file;
    private final SentimentModel model;
    private final Map<String, Sentiment> readings = new LinkedHashMap<>();

    /**
     * @param file a line for each text; need not exist yet, {@link #close} writes it
     * @param model asked for what the file does not hold
     */
    Readings(Path file, SentimentModel model) {
        this.file = file;
        this.model = model;
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.map(line -> line.split("\t")).forEach(parts -> readings.put(parts[0],
                        new Sentiment(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                                Double.parseDouble(parts[3]), Integer.parseInt(parts[4]))));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " can't be read", e);
            }
        }
    }

    Sentiment of(Utterance utterance) {
        return readings.computeIfAbsent(hash(model.traits().identity() + "\n" + utterance.text()),
                _ -> model.read(List.of(utterance)).getFirst());
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, Sentiment> reading : readings.entrySet()) {
                Sentiment sentiment = reading.getValue();
                out.write(String.join("\t", reading.getKey(), Double.toString(sentiment.negative()),
                        Double.toString(sentiment.neutral()), Double.toString(sentiment.positive()),
                        Integer.toString(sentiment.tokens())));
                out.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }
}
