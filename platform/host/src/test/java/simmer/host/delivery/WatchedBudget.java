package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import simmer.host.store.CallBudget;
import simmer.host.store.Outbox;
import simmer.host.store.Sessions;
import simmer.host.store.Store;

/**
 * A store that tells when a slot was taken, before whoever took it learns of it.
 *
 * @param granted takes the time of the slot
 */
record WatchedBudget(Store store, Consumer<Instant> granted) implements Store {

    @Override
    public Sessions sessions() {
        return store.sessions();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public CallBudget budget() {
        CallBudget budget = store.budget();
        return new CallBudget() {
            @Override
            public Grant take(String key, int calls, Duration span, Instant now) {
                Grant grant = budget.take(key, calls, span, now);
                if (grant instanceof Grant.Now) {
                    granted.accept(now);
                }
                return grant;
            }

            @Override
            public void pause(String key, Instant until) {
                budget.pause(key, until);
            }
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
