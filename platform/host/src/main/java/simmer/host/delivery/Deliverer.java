package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;

import simmer.host.store.Message;
import simmer.host.store.Sessions;
import simmer.host.store.StoreException;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Session;

/** Stores a decision if there is something to send, and has it delivered. For use by any number of threads. */
public final class Deliverer {

    private final Sessions sessions;
    private final Dispatcher dispatcher;
    private final Update update;
    private final HeldLevels held;
    private final Time time;

    public Deliverer(Sessions sessions, Dispatcher dispatcher, Update update, HeldLevels held, Time time) {
        this.sessions = sessions;
        this.dispatcher = dispatcher;
        this.update = update;
        this.held = held;
        this.time = time;
    }

    /** The level that holds for a session. */
    public Level held(Session session) {
        return held.of(session.id()).level();
    }

    /**
     * Moves the session if there is something to move.
     *
     * @param urgency the index of the level
     * @param within the time left
     */
    public Delivery deliver(Session session, Decision decision, int urgency, Duration within) {
        HeldLevels.Held holds = held.of(session.id());
        if (!dispatcher.calls()) {
            held.delivered(session.id(), decision.level(), time.now());
            return new Delivery.Unchanged();
        }
        if (update == Update.ON_CHANGE && holds.certain() && decision.level().equals(holds.level())) {
            return new Delivery.Unchanged();
        }
        Message message = dispatcher.message(session, decision, urgency);
        try {
            store(session.id(), message);
        } catch (StoreException e) {
            return new Delivery.Failed("The decision could not be stored, so nothing was sent: " + e.getMessage(), 0);
        }
        return dispatcher.deliver(session.id(), message, within);
    }

    private void store(String sessionId, Message message) {
        held.sends(sessionId);
        long version;
        do {
            version = sessions.find(sessionId).map(Sessions.Saved::version).orElse(Sessions.NEVER_SAVED);
        } while (!sessions.save(sessionId, version, "", Optional.of(message), time.now()));
    }
}
