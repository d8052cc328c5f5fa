package simmer.host.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

final class HostOptionsTest {

    private static final long HEAP_BYTES = 512L << 20;

    @Test
    void theMemoryOfReadingsMustFitIntoTheHeap() {
        assertThat(problems("134217728")).isEmpty();
        assertThat(problems("134217729")).containsExactly("is 134217729, more than a quarter of the heap, which grows to"
                + " 536870912 bytes: lower it, or let the heap grow (conf/jvm.options)");
        assertThat(problems("1073741825")).as("one sentence is enough")
                .containsExactly("is 1073741825, must be 65536 to 1073741824");
    }

    private static List<String> problems(String cacheBytes) {
        Config simmer = Config.just(ConfigSources.create(Map.of("simmer.reading.cache-bytes", cacheBytes))).get("simmer");
        return HostOptions.check(simmer, Set.of(), HEAP_BYTES).stream()
                .filter(problem -> problem.place().equals("simmer.reading.cache-bytes"))
                .map(ConfigurationProblem::sentence).toList();
    }
}
