package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.spi.Utterance;

final class TextKeysTest {

    private final TextKeys keys = new TextKeys("a model");

    @Test
    void theSameTextHasTheSameKeyAndAnotherOneAnother() {
        Set<TextKey> seen = new HashSet<>();
        IntStream.range(0, 10_000).mapToObj(i -> keys.of(new Utterance("utterance " + i)))
                .forEach(key -> assertThat(seen.add(key)).isTrue());
        assertThat(keys.of(new Utterance("utterance 1"))).isIn(seen);
    }

    @Test
    void anotherProcessHasOtherKeys() {
        Utterance utterance = new Utterance("where is my parcel");
        assertThat(new TextKeys("a model").of(utterance)).isNotEqualTo(keys.of(utterance));
    }

    @Test
    void severalThreadsAtOnceGetTheSameKeys() {
        TextKey expected = keys.of(new Utterance("where is my parcel"));
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(_ -> keys.of(new Utterance("where is my parcel"))))
                .allMatch(expected::equals);
    }
}
