package simmer.host.store.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import simmer.host.store.CallBudget;
import simmer.host.store.Outbox;
import simmer.host.store.Sessions;
import simmer.host.store.Store;
import simmer.host.store.StoreException;

/**
 * A store in a database. It reckons with a time of its own, the same for all replicas: a caller's {@code Instant} counts
 * only by its distance from the caller's clock, so a caller's clock that is wrong or set anew moves nothing that is kept.
 */
public final class JdbcStore implements Store {

    private final WatchedEngine engine;
    private final Sessions sessions;
    private final Outbox outbox;
    private final CallBudget budget;

    private JdbcStore(Engine opened, InstantSource callersClock, StoreListener listener) {
        this.engine = new WatchedEngine(opened, listener);
        this.sessions = new JdbcSessions(engine, callersClock);
        this.outbox = new JdbcOutbox(engine, callersClock);
        this.budget = new JdbcCallBudget(engine, callersClock);
    }

    /**
     * Opens the embedded store, for this process alone.
     *
     * @param folder the data folder; made if there is none
     * @param timeout longest time for any call
     * @throws StoreException if the folder can't be used, or another process has it
     */
    public static JdbcStore embedded(Path folder, Duration timeout, StoreListener listener) {
        return embedded(folder, Optional.empty(), timeout, listener, InstantSource.system(), SteadyClock.ofSystem());
    }

    /**
     * The same; a new store begins as a copy of one with nothing in it.
     *
     * @param empty that one, of this version or one before; if it isn't there, the tables are made
     */
    public static JdbcStore embedded(Path folder, Path empty, Duration timeout, StoreListener listener) {
        return embedded(folder, Optional.of(empty), timeout, listener, InstantSource.system(), SteadyClock.ofSystem());
    }

    /** The same with one clock, for callers and store. */
    public static JdbcStore embedded(Path folder, Duration timeout, StoreListener listener, InstantSource clock) {
        return embedded(folder, Optional.empty(), timeout, listener, clock, clock);
    }

    private static JdbcStore embedded(Path folder, Optional<Path> empty, Duration timeout, StoreListener listener,
            InstantSource callersClock,
            InstantSource storesClock) {
        JdbcStore store = new JdbcStore(EmbeddedEngine.open(folder, empty, timeout, storesClock), callersClock, listener);
        // The folder's lock tells that nobody is left to end its calls.
        return store.begun(sql -> Claims.mendAfterClockSetBack(sql) + Claims.endLeases(sql));
    }

    /**
     * Opens the embedded store beside the process that has it: to look into it and to mend it, not to send from it.
     *
     * @throws StoreException if the folder can't be used
     */
    public static JdbcStore embeddedBeside(Path folder, Duration timeout) {
        return new JdbcStore(EmbeddedEngine.beside(folder, timeout, SteadyClock.ofSystem()), InstantSource.system(),
                (_, _, _) -> {
                });
    }

    /**
     * Opens a store that replicas share. Its time is the database's.
     *
     * @throws StoreException if the server stays away for longer than a start waits, or can't be used
     */
    public static JdbcStore postgres(PostgresServer server, StoreListener listener) {
        JdbcStore store = new JdbcStore(PostgresEngine.open(server), InstantSource.system(), listener);
        return store.begun(Claims::mendAfterClockSetBack);
    }

    private JdbcStore begun(Work<Integer> firstOfAll) {
        try {
            engine.write(Operation.CLAIM, firstOfAll);
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public CallBudget budget() {
        return budget;
    }

    /** How the store is doing; never waits. */
    public Condition condition() {
        return engine.condition();
    }

    @Override
    public void close() {
        engine.close();
    }
}
