package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.store.Message;
import simmer.host.store.Store;
import simmer.host.store.jdbc.JdbcStore;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;
import simmer.testkit.cognigy.RecordedRequest;

/** Over HTTP and from the disk: a third of all calls fail in every way, and Simmer is closed and opened in between. */
@Timeout(120)
final class FaultsTest {

    private static final int SESSIONS = 40;
    private static final int ROUNDS = 3;
    private static final int TURNS = 4;
    private static final DeliveryPolicy IMPATIENT = new DeliveryPolicy(3,
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), 0.5),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), 0.5),
            1_000, Duration.ofDays(1), Duration.ofMillis(500), 8, Duration.ofMillis(500), 8, Duration.ofMillis(10), false,
            Duration.ofSeconds(5));
    private static final Duration WITHIN = Duration.ofMillis(400);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** What was decided, by the ids of the messages: the session and the number of its turn. */
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    private static Fault fault(SplittableRandom random) {
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Fault.Status(500);
            case 2 -> new Fault.Status(503);
            case 3 -> new Fault.Status(429);
            case 4 -> new Fault.Status(404);
            case 5 -> new Fault.Rubbish();
            case 6 -> new Fault.Delay(Duration.ofSeconds(1));
            case 7 -> new Fault.EndlessBody(64, Duration.ofMillis(20), 20_000);
            default -> new Fault.Delay(Duration.ZERO);
        };
    }

    private void converse(PostOffice office, int session, int round, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String id = "s-" + session;
        for (int turn = 0; turn < TURNS; turn++) {
            Message message = office.post(id, random.nextInt(3));
            turns.put(message.id(), round * TURNS + turn);
            newest.put(id, message.id());
            office.dispatcher().deliver(id, message.id(), WITHIN);
        }
    }

    @Test
    void nothingIsLostAndNothingArrivesAfterWhatIsNewer() throws Exception {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        try (CognigyStandIn cognigy = CognigyStandIn.start(StandInRouter.KEY)) {
            for (int i = 0; i < 2_000; i++) {
                cognigy.failNext(fault(random));
            }
            for (int round = 0; round < ROUNDS; round++) {
                try (StandInRouter router = new StandInRouter(cognigy);
                        PostOffice office = new PostOffice(router, open(), IMPATIENT, Time.ofMachine())) {
                    round(office, round, random);
                    if (round == ROUNDS - 1) {
                        cognigy.recover();
                        office.await("all is sent", () -> office.depth().waiting() + office.depth().held() == 0);
                        assertThat(office.depth().dead()).isZero();
                    }
                }
            }
            assertArrived(cognigy.requests(), seed);
        }
    }

    private Store open() {
        return JdbcStore.embedded(folder, Duration.ofSeconds(5), (_, _, _) -> {
        });
    }

    private void round(PostOffice office, int round, SplittableRandom random) throws Exception {
        try (ExecutorService webhooks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> conversations = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                int which = session;
                long seed = random.nextLong();
                conversations.add(webhooks.submit(() -> converse(office, which, round, seed)));
            }
            for (Future<?> conversation : conversations) {
                conversation.get();
            }
        }
    }

    private void assertArrived(List<RecordedRequest> requests, long seed) {
        Map<String, Integer> latest = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        for (RecordedRequest request : requests) {
            String session = request.session().orElseThrow();
            String message = request.header("Idempotency-Key").orElseThrow();
            int turn = turns.getOrDefault(message, -1);
            assertThat(turn).as("seed %d, session %s: in order", seed, session)
                    .isGreaterThanOrEqualTo(latest.getOrDefault(session, 0));
            latest.put(session, turn);
            last.put(session, message);
        }
        assertThat(last).as("seed %d: the last state of each session", seed).containsExactlyInAnyOrderEntriesOf(newest);
    }
}
