package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.ModelException;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.Await;

/** Servers that do worse than they should, after they were well at the start. */
@Timeout(60)
final class FaultsTest extends OneServer {

    /** Shorter than any time-out below: only what waits is over it. */
    private static final String QUICK = "timeout: PT1S\nprobe-every: PT0.1S\n";
    /** Nobody looks after the servers while the test does. */
    private static final String UNWATCHED = "timeout: PT1S\nprobe-every: PT1M\n";

    private static List<Sentiment> read(SentimentModel model, String... texts) {
        return model.read(List.of(texts).stream().map(Utterance::new).toList());
    }

    private static String failure(SentimentModel model, String... texts) {
        long begun = System.nanoTime();
        ModelException failed = catchThrowableOfType(ModelException.class, () -> read(model, texts));
        assertThat(failed).as("reading failed").isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("in time").isLessThan(Duration.ofSeconds(3));
        return String.valueOf(failed.getMessage());
    }

    @Test
    void everyFaultIsASentenceAndNoneIsTakenForAReading() {
        Map<Function<OipServer, Reply>, String> faults = Map.ofEntries(
                Map.entry(faulty -> Reply.hang(faulty.closed()), "did not answer in time"),
                Map.entry(faulty -> Reply.drip(faulty.closed()), "did not answer in time"),
                Map.entry(_ -> Reply.error(500), "answered with status 500"),
                Map.entry(_ -> Reply.error(503), "answered with status 503"),
                Map.entry(_ -> Reply.error(400), "answered with status 400"),
                Map.entry(_ -> Reply.error(302), "answered with status 302"),
                Map.entry(_ -> Reply.error(401), "refuses us with status 401: set 'token' to one that it takes"),
                Map.entry(_ -> Reply.cut(), "broke the connection off, or sent what is no HTTP"),
                Map.entry(_ -> Reply.text(200, "text/html", "<html>log in</html>"),
                        "sent something that is no JSON object: no model server, or one that failed"),
                Map.entry(_ -> Reply.json("[1]"),
                        "sent something that is no JSON object: no model server, or one that failed"),
                Map.entry(_ -> Reply.json("{}"), "sent no data for its output 'logits'"),
                Map.entry(_ -> Reply.json("{\"outputs\": [3]}"), "sent no data for its output 'logits'"),
                Map.entry(_ -> Reply.endless(10_000_000), "sent an answer of more than 1048576 bytes"),
                Map.entry(_ -> OipServer.answerLogits(new float[][]{{1, 2}}),
                        "sent logits of shape [1, 2], must be [1, 3]"),
                Map.entry(_ -> OipServer.answerLogits(new float[][]{{1, 2, 3}, {1, 2, 3}}),
                        "sent logits of shape [2, 3], must be [1, 3]"),
                Map.entry(_ -> OipServer.answerLogits(new float[0][]), "sent logits of shape [0, 0], must be [1, 3]"),
                Map.entry(_ -> logits("[1, 3]", "[1, 2]"), "sent 2 logits, must be 3"),
                Map.entry(_ -> logits("[1, 3]", "[1, 2, 3, 4]"), "sent 4 logits, must be 3"),
                Map.entry(_ -> logits("[1, 3]", "[1, 2, 1e300]"), "sent a logit that is no finite number"),
                Map.entry(_ -> logits("[1, 3]", "[1, 2, null]"), "sent a logit that is no finite number"),
                Map.entry(_ -> logits("[1, 3]", "[1, 2, NaN]"),
                        "sent something that is no JSON object: no model server, or one that failed"));
        faults.forEach((fault, sentence) -> {
            startServer();
            try (SentimentModel model = Models.at(UNWATCHED + "breaker-failures: 100", server())) {
                server().on(OipServer.INFER, fault.apply(server()));
                assertThat(failure(model, "hello")).isEqualTo("the model server " + server().url() + " " + sentence);
            }
        });
    }

    private static Reply logits(String shape, String data) {
        return Reply
                .json("{\"outputs\": [{\"name\": \"logits\", \"datatype\": \"FP32\", \"shape\": " + shape + ", \"data\": "
                        + data + "}]}");
    }

    @Test
    void rowsMayComeAsListsOfTheirOwn() {
        try (SentimentModel model = Models.at(UNWATCHED, server())) {
            server().on(OipServer.INFER, logits("[1, 3]", "[[5, 1, 1]]"));
            assertThat(read(model, "hello").getFirst().negative()).isGreaterThan(0.9);
        }
    }

    @Test
    void aServerThatFailsInARowIsLeftAloneUntilItIsWell() {
        try (SentimentModel model = Models.at("breaker-failures: 2\nretries: 0\n" + UNWATCHED, server())) {
            server().on(OipServer.INFER, Reply.error(500));
            failure(model, "one");
            assertThat(model.outage()).as("one failure is none").isEmpty();
            failure(model, "two");
            assertThat(model.outage()).contains("the model server " + server().url() + " answered with status 500");
            long reads = server().reads();
            assertThat(failure(model, "three"))
                    .isEqualTo("the model server " + server().url() + " answered with status 500");
            assertThat(server().reads()).isEqualTo(reads);
        }
    }

    @Test
    void successBetweenFailuresCountsAnew() {
        try (SentimentModel model = Models.at("breaker-failures: 2\nretries: 0\n" + UNWATCHED, server())) {
            for (int i = 0; i < 5; i++) {
                server().on(OipServer.INFER, Reply.error(500));
                failure(model, "hello");
                server().heal();
                read(model, "hello");
            }
            assertThat(model.outage()).isEmpty();
        }
    }

    @Test
    void aRequestThatIsRefusedSaysNothingAboutTheServer() {
        try (SentimentModel model = Models.at("breaker-failures: 1\nretries: 5\n" + UNWATCHED, server())) {
            server().on(OipServer.INFER, Reply.error(400));
            long reads = server().reads();
            failure(model, "hello");
            assertThat(server().reads()).as("not tried again").isEqualTo(reads + 1);
            assertThat(model.outage()).isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksIsTriedAgainAtTheSameServer() {
        try (SentimentModel model = Models.at(UNWATCHED, server())) {
            server().on(OipServer.INFER, Reply.cut().once(server()::heal));
            assertThat(read(model, "I hate this").getFirst().negative()).isGreaterThan(0.8);
        }
    }

    @Test
    void aServerThatIsGoneIsAnOutageUntilItComesBack() {
        try (SentimentModel model = Models.at(QUICK, server())) {
            Sentiment before = read(model, "still nothing").getFirst();
            server().goAway();
            Await.until("the outage is noticed without anybody reading", () -> model.outage().isPresent());
            assertThat(model.outage()).contains("the model server " + server().url() + " takes no connections");
            assertThat(failure(model, "still nothing"))
                    .isEqualTo("the model server " + server().url() + " takes no connections");
            server().comeBack();
            Await.until("its end is noticed", () -> model.outage().isEmpty());
            assertThat(read(model, "still nothing")).containsExactly(before);
        }
    }

    @Test
    void aServerThatComesBackWithAnotherModelStaysAlone() {
        try (SentimentModel model = Models.at(QUICK, server())) {
            server().goAway();
            Await.until("the outage is noticed", () -> model.outage().isPresent());
            server().on(OipServer.METADATA, Reply.json(OipServer.TOKENS_METADATA.replace("[-1, 3]", "[-1, 5]"))).comeBack();
            Await.until("the other model is noticed",
                    () -> model.outage().orElse("").endsWith("has a model 'simmer-en' that puts out"
                            + " 'logits' of FP32 [-1, 5], must be FP32 or FP64 [-1, 3], a logit for each label"));
        }
    }

    @Test
    void aBatchThatOneServerFailsAtGoesToAnother() {
        try (OipServer other = OipServer.start(network()); SentimentModel model = Models.at(UNWATCHED, server(), other)) {
            Sentiment expected = read(model, "still nothing").getFirst();
            for (Reply fault : List.of(Reply.error(500), Reply.cut(), Reply.hang(server().closed()))) {
                server().on(OipServer.INFER, fault);
                assertThat(read(model, "still nothing")).containsExactly(expected);
                assertThat(read(model, "still nothing")).containsExactly(expected);
            }
            server().goAway();
            for (int i = 0; i < 4; i++) {
                assertThat(read(model, "still nothing")).containsExactly(expected);
            }
            assertThat(model.outage()).isEmpty();
        }
    }

    @Test
    void serversThatAreWellTakeTurns() {
        try (OipServer other = OipServer.start(network()); SentimentModel model = Models.at(UNWATCHED, server(), other)) {
            long first = server().reads();
            long second = other.reads();
            for (int i = 0; i < 10; i++) {
                read(model, "hello");
            }
            assertThat(server().reads() - first).isEqualTo(5);
            assertThat(other.reads() - second).isEqualTo(5);
        }
    }

    @Test
    void theOutageOfAllNamesThemAll() {
        try (OipServer other = OipServer.start(network()); SentimentModel model = Models.at(QUICK, server(), other)) {
            server().goAway();
            other.on(OipServer.INFER, Reply.error(500));
            Await.until("the outage is noticed", () -> model.outage().isPresent());
            assertThat(model.outage())
                    .contains("the model server " + server().url() + " takes no connections; the model server "
                            + other.url() + " answered with status 500");
        }
    }
}
