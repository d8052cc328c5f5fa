package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import simmer.host.fixture.Endings;
import simmer.host.fixture.MemoryStore;
import simmer.host.fixture.Untold;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Outbox.Depth;
import simmer.host.store.Sessions;
import simmer.host.store.Store;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.Await;

/** A dispatcher with all that it needs, the way webhooks see it. */
final class PostOffice implements AutoCloseable {

    static final List<Level> LEVELS = List.of(new Level("standard", 0, "main_flow", "continue"),
            new Level("supervisor", 0.35, "supervisor_escalation", "start"),
            new Level("manager", 0.65, "manager_escalation", "start"));
    static final Duration WITHIN = Duration.ofSeconds(2);
    /** Without chance, so that times can be told. */
    static final DeliveryPolicy POLICY = new DeliveryPolicy(3,
            new Backoff(Duration.ofMillis(100), Duration.ofHours(1), 0),
            new Backoff(Duration.ofSeconds(1), Duration.ofHours(1), 0),
            50, Duration.ofDays(1), Duration.ofSeconds(5), 8, Duration.ofMinutes(5), 100, Duration.ofSeconds(1), false,
            Duration.ofSeconds(5));

    private final Store store;
    private final Dispatcher dispatcher;
    private final Time time;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    PostOffice(Router router, Store store, DeliveryPolicy policy, Time time) {
        this.store = store;
        this.time = time;
        this.dispatcher = new Dispatcher(router, store, policy, settlement, UNWATCHED, Untold.SCENES, time);
    }

    static PostOffice of(Router router, DeliveryPolicy policy, Time time) {
        return new PostOffice(router, new MemoryStore(), policy, time);
    }

    private static final DeliveryWatch UNWATCHED = new DeliveryWatch() {
        @Override
        public void called(RoutingResult result, Duration took) {
            // Nobody counts.
        }

        @Override
        public void waits(Wait why) {
            // Nobody counts.
        }

        @Override
        public void buried() {
            // Nobody counts.
        }
    };

    private final Settlement settlement = new Settlement() {
        @Override
        public void delivered(Claimed claimed, Level level, Instant at) {
            Endings.delivered(store.sessions(), claimed);
            told.add(claimed.sessionId() + " " + level.name());
        }

        @Override
        public void givenUp(Claimed claimed, String reason, Instant at) {
            Endings.givenUp(store.sessions(), claimed, reason);
            told.add(claimed.sessionId() + " given up");
        }
    };

    /** What the memory of sessions heard, in order. */
    List<String> told() {
        return List.copyOf(told);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Store store() {
        return store;
    }

    static Session session(String id) {
        return new Session(id, "webchat", "en");
    }

    static Decision decision(int level) {
        return new Decision(LEVELS.get(level), new Score(LEVELS.get(level).from(), List.of()), "because");
    }

    /** Stores a decision as a webhook does. */
    Message post(String sessionId, int level) {
        Message message = new Message(UUID.randomUUID().toString(), level,
                dispatcher.body(session(sessionId), decision(level), Optional.empty()));
        put(store, sessionId, message, time.now());
        return message;
    }

    static void put(Store store, String sessionId, Message message, Instant now) {
        Sessions sessions = store.sessions();
        long version;
        do {
            // The end of an earlier message may be saved in between.
            version = sessions.find(sessionId).map(Sessions.Saved::version).orElse(Sessions.NEVER_SAVED);
        } while (!sessions.save(sessionId, version, "{}", Optional.of(message), now));
    }

    /** Stores a decision and waits for it as a webhook does. */
    Delivery deliver(String sessionId, int level) {
        return dispatcher.deliver(sessionId, post(sessionId, level).id(), WITHIN);
    }

    Depth depth() {
        return store.outbox().depth(time.now());
    }

    void awaitEmpty() {
        await("the outbox is empty", () -> depth().waiting() == 0);
    }

    /** Waits for what the background comes to, and has it look each time. */
    void await(String what, Await.Condition condition) {
        Await.until(what, () -> {
            boolean holds = condition.holds();
            if (!holds) {
                dispatcher.wake();
            }
            return holds;
        });
    }

    @Override
    public void close() {
        dispatcher.close();
        store.close();
    }
}
