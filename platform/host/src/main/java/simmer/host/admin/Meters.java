package simmer.host.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.DistributionStatisticsConfig;
import io.helidon.metrics.api.DistributionSummary;
import io.helidon.metrics.api.FunctionalCounter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;

import simmer.host.delivery.Delivery;
import simmer.host.scoring.ReadingFigures;
import simmer.host.scoring.Scored;

/**
 * Everything that Simmer counts and times. Labels take their values from the configuration or from enums, never from what
 * comes in, so that their number has a bound. For use by any number of threads.
 */
public final class Meters {

    private static final int SCORE_BUCKETS = 20;
    private static final double PERCENT = 100;
    private static final Duration[] LATENCY_BUCKETS = IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final DistributionSummary scores;
    private final Timer scoring;
    private final Timer routing;
    private final Counter retries;
    private final Counter leftOut;
    /** The registry would look its counters up by name and labels, each time anew. */
    private final Map<Integer, Counter> byStatus = new ConcurrentHashMap<>();
    private final Map<Answer, Counter> byAnswer = new ConcurrentHashMap<>();

    private record Answer(String level, String status, String delivery) {
    }

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.scores = registry.getOrCreate(DistributionSummary
                .builder("simmer_score_percent", DistributionStatisticsConfig.builder().percentiles(new double[0])
                        .buckets(IntStream.rangeClosed(1, SCORE_BUCKETS).mapToDouble(i -> i * PERCENT / SCORE_BUCKETS)
                                .toArray()))
                // The registry rounds up to whole numbers before it looks for a bucket.
                .scale(PERCENT)
                .description("Scores of conversations in percent, 0 calm to 100 furious"));
        this.scoring = timer("simmer_scoring", "From a conversation to its score or to its failure");
        this.routing = timer("simmer_routing", "From a decision to its delivery or to its failure, retries included");
        this.retries = registry.getOrCreate(Counter.builder("simmer_routing_retries")
                .description("Calls to Cognigy after the first for the same decision"));
        this.leftOut = registry.getOrCreate(Counter.builder("simmer_turns_left_out")
                .description("Turns that did not count, for they could not be read in time"));
    }

    private Timer timer(String name, String description) {
        // Without an empty list of percentiles, Helidon would put quantiles into the histogram's family.
        return registry.getOrCreate(Timer.builder(name).description(description).percentiles(new double[0])
                .buckets(LATENCY_BUCKETS));
    }

    /** Shows what waits for the model, and what the memory of its readings is worth. */
    public void readings(Supplier<ReadingFigures> figures) {
        gauge("simmer_model_queue_utterances", "Utterances that wait for the model", figures,
                ReadingFigures::queuedUtterances);
        gauge("simmer_model_queue_tokens", "Tokens that wait for the model, as far as can be told", figures,
                ReadingFigures::queuedTokens);
        gauge("simmer_readings_kept_bytes", "Memory for utterances that were read", figures, ReadingFigures::cacheBytes);
        count("simmer_readings_hits", "Utterances asked for that were read before, or about to be", figures,
                ReadingFigures::hits);
        count("simmer_readings_misses", "Utterances asked for that were not read before", figures,
                ReadingFigures::misses);
        count("simmer_readings_evictions", "Readings forgotten for want of memory", figures, ReadingFigures::evictions);
    }

    private void gauge(String name, String description, Supplier<ReadingFigures> figures,
            ToLongFunction<ReadingFigures> value) {
        registry.getOrCreate(Gauge.builder(name, () -> value.applyAsLong(figures.get())).description(description));
    }

    private void count(String name, String description, Supplier<ReadingFigures> figures,
            ToLongFunction<ReadingFigures> value) {
        registry.getOrCreate(FunctionalCounter.builder(name, figures, now -> value.applyAsLong(now.get()))
                .description(description));
    }

    /** Counts a webhook by the status it was answered with. */
    public void answered(int httpStatus) {
        byStatus.computeIfAbsent(httpStatus, status -> registry.getOrCreate(Counter.builder("simmer_webhook_requests")
                .description("Webhooks by the HTTP status of their answer")
                .addTag(Tag.create("status", Integer.toString(status))))).increment();
    }

    /** Counts an answer that holds a decision. */
    public void decided(String level, String status, String delivery) {
        byAnswer.computeIfAbsent(new Answer(level, status, delivery), answer -> registry.getOrCreate(Counter
                .builder("simmer_answers").description("Decisions by level, status and delivery")
                .addTag(Tag.create("level", answer.level())).addTag(Tag.create("status", answer.status()))
                .addTag(Tag.create("delivery", answer.delivery())))).increment();
    }

    /** Records how a conversation was scored. */
    public void scored(Scored scored, Duration took) {
        scoring.record(took.toNanos(), TimeUnit.NANOSECONDS);
        switch (scored) {
            case Scored.Success success -> {
                scores.record(success.score().value());
                leftOut.increment(success.turnsLeftOut());
            }
            case Scored.Failure failure -> registry.getOrCreate(Counter.builder("simmer_degraded")
                    .description("Webhooks answered without a score, by reason")
                    .addTag(Tag.create("reason", failure.why().name().toLowerCase(Locale.ROOT)))).increment();
        }
    }

    /** Records how a decision was delivered; nothing, if there was nothing to send. */
    public void delivered(Delivery delivery, Duration took) {
        if (!(delivery instanceof Delivery.Unchanged)) {
            routing.record(took.toNanos(), TimeUnit.NANOSECONDS);
            retries.increment(delivery.retries());
        }
    }
}
