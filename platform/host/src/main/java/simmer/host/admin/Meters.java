package simmer.host.admin;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.DistributionStatisticsConfig;
import io.helidon.metrics.api.DistributionSummary;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;

import simmer.host.delivery.Delivery;
import simmer.host.delivery.DeliveryWatch;
import simmer.host.scoring.Scored;
import simmer.host.store.Outbox.Depth;
import simmer.host.store.jdbc.Operation;
import simmer.spi.RoutingResult;

/**
 * Everything that Simmer counts and times. Labels take their values from the configuration or from enums, never from what
 * comes in, so that their number has a bound. For use by any number of threads.
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
    private final Map<Operation, Timer> stores = new ConcurrentHashMap<>();

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
    }

    private Timer timer(String name, String description) {
        // Without an empty list of percentiles, Helidon would put quantiles into the histogram's family.
        return registry.getOrCreate(Timer.builder(name).description(description).percentiles(new double[0])
                .buckets(LATENCY_BUCKETS));
    }

    /** Shows how many utterances wait for the model. */
    public void queue(IntSupplier utterances) {
        registry.getOrCreate(Gauge.builder("simmer_model_queue_utterances", utterances::getAsInt)
                .description("Utterances that wait for the model"));
    }

    /** Counts a webhook by the status it was answered with. */
    public void answered(int httpStatus) {
        registry.getOrCreate(Counter.builder("simmer_webhook_requests")
                .description("Webhooks by the HTTP status of their answer")
                .addTag(Tag.create("status", Integer.toString(httpStatus)))).increment();
    }

    /** Counts an answer that holds a decision. */
    public void decided(String level, String status, String delivery) {
        registry.getOrCreate(Counter.builder("simmer_answers").description("Decisions by level, status and delivery")
                .addTag(Tag.create("level", level)).addTag(Tag.create("status", status))
                .addTag(Tag.create("delivery", delivery))).increment();
    }

    /** Records how a conversation was scored. */
    public void scored(Scored scored, Duration took) {
        scoring.record(took.toNanos(), TimeUnit.NANOSECONDS);
        switch (scored) {
            case Scored.Success success -> scores.record(success.score().value());
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

    /** Shows what waits in the outbox, and how the other side does. */
    public void deliveries(Supplier<Depth> outbox, BooleanSupplier refused, IntSupplier breaker) {
        depth("waiting", () -> outbox.get().waiting());
        depth("held", () -> outbox.get().held());
        depth("dead", () -> outbox.get().dead());
        gauge(Gauge.builder("simmer_outbox_oldest_seconds", () -> outbox.get().oldest().toSeconds())
                .description("Age of the oldest delivery that waits"));
        gauge(Gauge.builder("simmer_router_refused", () -> refused.getAsBoolean() ? 1 : 0)
                .description("1 while Cognigy refuses our key or its permissions"));
        gauge(Gauge.builder("simmer_router_breaker", breaker::getAsInt)
                .description("0 Cognigy is called, 1 about to be tried, 2 left alone because it is down"));
    }

    private void depth(String state, Supplier<Long> messages) {
        gauge(Gauge.builder("simmer_outbox_messages", messages).description("Deliveries kept, by state")
                .addTag(Tag.create("state", state)));
    }

    /** In place of one that a start which failed has left behind, or the last one of this process. */
    private void gauge(Gauge.Builder<? extends Number> gauge) {
        registry.remove(registry.getOrCreate(gauge));
        registry.getOrCreate(gauge);
    }

    @Override
    public void called(RoutingResult result, Duration took) {
        String outcome = switch (result) {
            case RoutingResult.Delivered _ -> "delivered";
            case RoutingResult.NothingToSend _ -> "nothing_to_send";
            case RoutingResult.Failed failed -> failed.fault().name().toLowerCase(Locale.ROOT);
        };
        registry.getOrCreate(Timer.builder("simmer_router_calls").description("Single calls to Cognigy, by how they ended")
                .percentiles(new double[0]).buckets(LATENCY_BUCKETS).addTag(Tag.create("outcome", outcome)))
                .record(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void waits(Wait why) {
        registry.getOrCreate(Counter.builder("simmer_router_waits").description("Calls that could not be made at once, by why")
                .addTag(Tag.create("why", why.name().toLowerCase(Locale.ROOT)))).increment();
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
        return registry.getOrCreate(Timer.builder("simmer_store")
                .description("From a call to the store to its answer or failure, by operation").percentiles(new double[0])
                .buckets(LATENCY_BUCKETS).addTag(tag(operation)));
    }

    private static Tag tag(Operation operation) {
        return Tag.create("operation", operation.name().toLowerCase(Locale.ROOT));
    }
}
