package simmer.host.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;

import simmer.host.scoring.ModelState;
import simmer.host.store.jdbc.Condition;

/** Health and metrics, as a feature of the administration socket. */
public final class Administration {

    /** The name of the socket that serves it. */
    public static final String SOCKET = "admin";

    /** Reads take milliseconds, and the store is probed each few seconds: who shows no sign for this long hangs. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private Administration() {
    }

    /**
     * Makes the feature.
     *
     * @param registry where the metrics are
     * @param started whether everything is open and warm
     * @param model how the model does: while it is away and nothing reads in its place, webhooks get no score, so that is
     *        not ready
     * @param store how the store is doing, as far as is known
     * @param refusal what Cognigy says, if it refuses our calls until someone mends the cause: Simmer goes on scoring and
     *        answering, so it stays ready and says so
     */
    public static ObserveFeature feature(MeterRegistry registry, BooleanSupplier started,
            Supplier<ModelState> model, Supplier<Condition> store, Supplier<Optional<String>> refusal) {
        HealthObserver health = HealthObserver.builder()
                .details(true)
                .useSystemServices(false)
                .addCheck(() -> HealthCheckResponse.builder().status(true).build(), HealthCheckType.LIVENESS, "process")
                .addCheck(() -> HealthCheckResponse.builder().status(started.getAsBoolean()).build(),
                        HealthCheckType.READINESS, "started")
                .addCheck(() -> model(model.get()), HealthCheckType.READINESS, "model")
                .addCheck(() -> store(store.get()), HealthCheckType.READINESS, "store")
                .addCheck(() -> delivery(refusal.get()), HealthCheckType.READINESS, "delivery")
                .build();
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .sockets(List.of(SOCKET))
                .addObserver(health)
                .addObserver(MetricsObserver.builder().meterRegistry(registry).build())
                .build();
    }

    private static HealthCheckResponse model(ModelState model) {
        boolean answers = model.silence().compareTo(LONGEST_SILENCE) < 0;
        HealthCheckResponse.Builder response = HealthCheckResponse.builder().status(answers && !model.isAway());
        if (!answers) {
            response.detail("silentForSeconds", model.silence().toSeconds());
        }
        model.outage().ifPresent(why -> response.detail("outage", why).detail("fallback", model.fallback()));
        return response.build();
    }

    private static HealthCheckResponse store(Condition condition) {
        boolean available = condition.available() && condition.age().compareTo(LONGEST_SILENCE) < 0;
        HealthCheckResponse.Builder response = HealthCheckResponse.builder().status(available)
                .detail("knownForSeconds", condition.age().toSeconds());
        if (!condition.sentence().isEmpty()) {
            response.detail("problem", condition.sentence());
        }
        return response.build();
    }

    private static HealthCheckResponse delivery(Optional<String> refusal) {
        HealthCheckResponse.Builder response = HealthCheckResponse.builder().status(true);
        refusal.ifPresent(why -> response.detail("refused", why));
        return response.build();
    }
}
