package simmer.host.admin;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.helidon.metrics.api.FunctionalCounter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;

import simmer.host.scoring.ModelState;
import simmer.host.scoring.ReadingFigures;
import simmer.host.store.Outbox.Depth;

/**
 * What can be read off the rooms of the host at any time. Each is asked when somebody looks, and by any thread.
 *
 * @param registry where they are shown, in place of those of an earlier start
 */
public record Gauges(MeterRegistry registry) {

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
        replace(Gauge.builder(name, () -> value.applyAsLong(figures.get())).description(description));
    }

    private void count(String name, String description, Supplier<ReadingFigures> figures,
            ToLongFunction<ReadingFigures> value) {
        replace(FunctionalCounter.builder(name, figures, now -> value.applyAsLong(now.get())).description(description));
    }

    /** Shows whether the model says that it can't read. */
    public void model(Supplier<ModelState> state) {
        replace(Gauge.builder("simmer_model_away", () -> state.get().outage().isPresent() ? 1 : 0)
                .description("1 while the model, by its own account, can't read"));
    }

    /** Shows what waits in the outbox, and how the other side does. */
    public void deliveries(Supplier<Depth> outbox, BooleanSupplier refused, IntSupplier breaker) {
        depth("waiting", () -> outbox.get().waiting());
        depth("held", () -> outbox.get().held());
        depth("dead", () -> outbox.get().dead());
        replace(Gauge.builder("simmer_outbox_oldest_seconds", () -> outbox.get().oldest().toSeconds())
                .description("Age of the oldest delivery that waits"));
        replace(Gauge.builder("simmer_router_refused", () -> refused.getAsBoolean() ? 1 : 0)
                .description("1 while Cognigy refuses our key or its permissions"));
        replace(Gauge.builder("simmer_router_breaker", breaker::getAsInt)
                .description("0 Cognigy is called, 1 about to be tried, 2 left alone because it is down"));
    }

    private void depth(String state, Supplier<Long> messages) {
        replace(Gauge.builder("simmer_outbox_messages", messages).description("Deliveries kept, by state")
                .addTag(Tag.create("state", state)));
    }

    /** In place of one that a start which failed has left behind, or the last one of this process. */
    private <B extends Meter.Builder<B, M>, M extends Meter> void replace(B meter) {
        registry.remove(registry.getOrCreate(meter));
        registry.getOrCreate(meter);
    }
}
