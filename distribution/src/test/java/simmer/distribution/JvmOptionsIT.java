package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** What the shipped options of the JVM come to. */
final class JvmOptionsIT {

    /** {@code MaxRAM} stands in for the container's limit: the JVM takes it for all the memory that there is. */
    @ParameterizedTest
    @CsvSource({"512m, 268435456", "64g, 1073741824"})
    void theHeapIsHalfOfASmallContainerAndNotMoreOnALargeMachine(String memory, String heapBytes) throws Exception {
        Ended ended = Image.built().command("--version")
                .with("SIMMER_JAVA_OPTIONS", "-XX:+PrintFlagsFinal -XX:MaxRAM=" + memory).run();
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).containsPattern("MaxHeapSize +:?= +" + heapBytes + " ");
    }
}
