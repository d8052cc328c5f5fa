package simmer.host.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.DistributionStatisticsConfig;
import io.helidon.metrics.api.DistributionSummary;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;

import simmer.host.delivery.Delivery;
import simmer.host.delivery.DeliveryWatch;
import simmer.host.store.jdbc.Operation;
import simmer.spi.Decision;
import simmer.spi.RoutingResult;

/**
 * Everything that Simmer counts and times; {@link Gauges} has what is read off when somebody looks. Labels take their values
 * from the configuration or from enums, never from what comes in, so that their number has a bound. For use by any number of
 * threads.
 */
public final class Meters implements DeliveryWatch {

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
    /** The registry would look meters up by name and labels, each time anew. */
    private final Map<Operation, Timer> stores = new ConcurrentHashMap<>();
    private final Map<String, Timer> byOutcome = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> byStatus = new ConcurrentHashMap<>();
    private final Map<Answer, Counter> byAnswer = new ConcurrentHashMap<>();
    private final Map<String, Counter> byReason = new ConcurrentHashMap<>();
    private final Map<String, Counter> byWhy = new ConcurrentHashMap<>();

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
        this.scoring = registry.getOrCreate(
                latency("simmer_scoring", "From a conversation to its decision, stored"));
        this.routing = registry.getOrCreate(
                latency("simmer_routing", "From a decision to its delivery or to its failure, retries included"));
        this.retries = registry.getOrCreate(Counter.builder("simmer_routing_retries")
                .description("Calls to Cognigy after the first for the same decision"));
        this.leftOut = registry.getOrCreate(Counter.builder("simmer_turns_left_out")
                .description("Turns that did not count, for they could not be read in time"));
    }

    private static Timer.Builder latency(String name, String description) {
        // Without an empty list of percentiles, Helidon would put quantiles into the histogram's family.
        return Timer.builder(name).description(description).percentiles(new double[0]).buckets(LATENCY_BUCKETS);
    }

    /** Counts a webhook by the status it was answered with. */
    public void answered(int httpStatus) {
        byStatus.computeIfAbsent(httpStatus, status -> registry.getOrCreate(Counter.builder("simmer_webhook_requests")
                .description("Webhooks by the HTTP status of their answer")
                .addTag(Tag.create("status", Integer.toString(status))))).increment();
    }

    /** Counts an answer that holds a decision. */
    public void answered(String level, String status, String delivery) {
        byAnswer.computeIfAbsent(new Answer(level, status, delivery), answer -> registry.getOrCreate(Counter
                .builder("simmer_answers").description("Decisions by level, status and delivery")
                .addTag(Tag.create("level", answer.level())).addTag(Tag.create("status", answer.status()))
                .addTag(Tag.create("delivery", answer.delivery())))).increment();
    }

    /** Counts a reading of what was said before a session's first webhook. */
    public void historyRead(boolean succeeded) {
        registry.getOrCreate(
                Counter.builder("simmer_history_reads").description("Histories asked of Cognigy, by how that ended")
                        .addTag(Tag.create("outcome", succeeded ? "read" : "unavailable")))
                .increment();
    }

    /**
     * Records how a conversation was decided on.
     *
     * @param took from the conversation to its decision, stored
     * @param turnsLeftOut how many of its turns could not be read in time
     */
    public void decided(Decision decision, Duration took, int turnsLeftOut) {
        scoring.record(took.toNanos(), TimeUnit.NANOSECONDS);
        leftOut.increment(turnsLeftOut);
        if (decision.scored()) {
            scores.record(decision.score().value());
        }
    }

    /** Counts an answer that is less than a whole one. */
    public void degraded(String reason) {
        byReason.computeIfAbsent(reason, why -> registry.getOrCreate(Counter.builder("simmer_degraded")
                .description("Webhooks answered without a score or without the store, by reason")
                .addTag(Tag.create("reason", why)))).increment();
    }

    /** Counts a webhook whose words the fallback has read, by why the model could not. */
    public void readByFallback(String why) {
        byWhy.computeIfAbsent(why, reason -> registry.getOrCreate(Counter.builder("simmer_fallback_readings")
                .description("Webhooks whose words the fallback model has read, by why the model could not")
                .addTag(Tag.create("why", reason)))).increment();
    }

    /** Records how a decision was delivered; nothing, if there was nothing to send. */
    public void delivered(Delivery delivery, Duration took) {
        if (!(delivery instanceof Delivery.Unchanged)) {
            routing.record(took.toNanos(), TimeUnit.NANOSECONDS);
            retries.increment(delivery.retries());
        }
    }

    @Override
    public void called(RoutingResult result, Duration took) {
        String outcome = switch (result) {
            case RoutingResult.Delivered _ -> "delivered";
            case RoutingResult.NothingToSend _ -> "nothing_to_send";
            case RoutingResult.Failed failed -> failed.fault().name().toLowerCase(Locale.ROOT);
        };
        byOutcome.computeIfAbsent(outcome, ended -> registry.getOrCreate(
                latency("simmer_router_calls", "Single calls to Cognigy, by how they ended")
                        .addTag(Tag.create("outcome", ended))))
                .record(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void waits(Wait why) {
        registry.getOrCreate(
                Counter.builder("simmer_router_waits").description("Calls that could not be made at once, by why")
                        .addTag(Tag.create("why", why.name().toLowerCase(Locale.ROOT))))
                .increment();
    }

    @Override
    public void buried() {
        registry.getOrCreate(Counter.builder("simmer_outbox_given_up").description("Deliveries that became dead letters"))
                .increment();
    }

    /** Records a call to the store. */
    public void stored(Operation operation, Duration took, boolean succeeded) {
        stores.computeIfAbsent(operation, this::storeTimer).record(took.toNanos(), TimeUnit.NANOSECONDS);
        if (!succeeded) {
            registry.getOrCreate(Counter.builder("simmer_store_failures").description("Calls to the store that failed")
                    .addTag(tag(operation))).increment();
        }
    }

    private Timer storeTimer(Operation operation) {
        return registry.getOrCreate(
                latency("simmer_store", "From a call to the store to its answer or failure, by operation")
                        .addTag(tag(operation)));
    }

    private static Tag tag(Operation operation) {
        return Tag.create("operation", operation.name().toLowerCase(Locale.ROOT));
    }
}
