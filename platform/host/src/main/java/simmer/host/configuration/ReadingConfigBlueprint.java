package simmer.host.configuration;

import java.time.Duration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** How utterances get to the model. */
@Prototype.Blueprint
@Prototype.Configured
interface ReadingConfigBlueprint {

    /**
     * How long reading a conversation may take, PT0.01S to PT30S, and never more than half of answer-within. What can't be
     * read by then is not taken on: older turns are left out, and without the newest the answer is degraded.
     */
    @Option.Configured
    @Option.Default("PT1S")
    Duration within();

    /** Most tokens that wait for the model: 512 to 10000000. History may take half of them. */
    @Option.Configured
    @Option.DefaultInt(100_000)
    int maxQueuedTokens();

    /** Memory for readings of utterances, in bytes, so that none is read twice: 65536 to 1073741824, a quarter of the heap at most. */
    @Option.Configured
    @Option.DefaultInt(33_554_432)
    int cacheBytes();

    /** How long the model may take to warm up at the start: PT1S to PT10M. */
    @Option.Configured
    @Option.Default("PT1M")
    Duration warmWithin();
}
