package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault.Status;
import simmer.testkit.cognigy.Fault.StatusWithRetryAfter;
import simmer.testkit.cognigy.RecordedRequest;

final class RetriesTest {

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private RoutingResult route(Duration within, String... options) {
        try (Router router = Routers.at(cognigy, options)) {
            return router.route(Routers.SESSION, Routers.DECISION, within);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void aStatusThatMayPassIsTriedAgain(int status) {
        cognigy.failNext(new Status(status), new Status(status));

        assertThat(route(Routers.AMPLE)).isInstanceOf(Delivered.class).returns(2, RoutingResult::retries);
        assertThat(cognigy.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 408, 409, 413, 501, 504})
    void anyOtherStatusIsFinal(int status) {
        cognigy.failNext(new Status(status));

        assertThat(route(Routers.AMPLE)).isInstanceOf(Failed.class).returns(0, RoutingResult::retries);
        assertThat(cognigy.requests()).hasSize(1);
    }

    @Test
    void thereAreThreeRetriesUnlessTheOptionsSayOtherwise() {
        cognigy.failAll(new Status(503));

        assertThat(route(Routers.AMPLE)).returns(3, RoutingResult::retries);
        assertThat(cognigy.requests()).hasSize(4);
        assertThat(route(Routers.AMPLE, "retries", "0")).returns(0, RoutingResult::retries);
        assertThat(cognigy.requests()).hasSize(5);
    }

    @Test
    void aWaitThatCognigyAsksForIsKept() {
        cognigy.failNext(new StatusWithRetryAfter(429, "1"));

        assertThat(route(Routers.AMPLE)).isInstanceOf(Delivered.class).returns(1, RoutingResult::retries);
        assertThat(cognigy.requests()).extracting(RecordedRequest::at)
                .satisfies(at -> assertThat(Duration.between(at.getFirst(), at.getLast())).isGreaterThan(
                        Duration.ofMillis(950)));
    }

    @Test
    void aWaitOverTheTimeLeftEndsTheCallAtOnce() {
        cognigy.failNext(new StatusWithRetryAfter(429, "60"));

        long start = System.nanoTime();
        assertThat(route(Duration.ofSeconds(10))).isEqualTo(new Failed(Fault.RATE_LIMIT, "Rate limit exceeded."
                + " Cognigy asks to wait 60 s. Check the tenant's throttling policies and lower the option"
                + " requests-per-minute.", 0));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(cognigy.requests()).hasSize(1);
    }

    @Test
    void aWaitMayBeADate() {
        String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(3600).atZone(ZoneOffset.UTC));
        cognigy.failNext(new StatusWithRetryAfter(503, inAnHour));

        assertThat(route(Duration.ofSeconds(10))).isInstanceOf(Failed.class).returns(0, RoutingResult::retries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "0", "1.5", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void aWaitThatMakesNoSenseIsOurOwn(String retryAfter) {
        cognigy.failNext(new StatusWithRetryAfter(503, retryAfter));

        assertThat(route(Routers.AMPLE)).isInstanceOf(Delivered.class).returns(1, RoutingResult::retries);
    }

    @Test
    void ourOwnWaitsEndWithTheTimeGiven() {
        cognigy.failAll(new Status(503));

        long start = System.nanoTime();
        assertThat(route(Duration.ofMillis(300), "backoff", "PT0.2S", "max-backoff", "PT10S", "jitter", "0"))
                .isInstanceOfSatisfying(Failed.class, it -> assertThat(it.fault()).isEqualTo(Fault.UNAVAILABLE))
                .returns(1, RoutingResult::retries);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void everyAttemptCountsForTheBudget() {
        cognigy.failAll(new Status(503));

        assertThat(route(Duration.ofSeconds(2), "requests-per-minute", "2")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.message()).startsWith("Our own budget of 2 requests a minute is used up.")
                    .contains(" Before that: Cognigy API error 503");
            assertThat(failed.fault()).as("an attempt may have arrived").isEqualTo(Fault.UNAVAILABLE);
            assertThat(failed.retries()).isEqualTo(1);
        });
        assertThat(cognigy.requests()).hasSize(2);
    }

    @Test
    void aBudgetUsedUpMakesNoCall() {
        try (Router router = Routers.at(cognigy, "requests-per-minute", "1")) {
            router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Duration.ofSeconds(2)))
                    .isInstanceOfSatisfying(Failed.class, it -> assertThat(it.fault()).isEqualTo(Fault.RATE_LIMIT));
            assertThat(cognigy.requests()).hasSize(1);
        }
    }
}
