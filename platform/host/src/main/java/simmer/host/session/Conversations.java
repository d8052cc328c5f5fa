package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import simmer.host.decision.Policy;
import simmer.host.session.Deliberation.Conclusion;
import simmer.host.session.SessionStates.Found;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Sessions;
import simmer.host.store.Sessions.Ending;
import simmer.host.store.Sessions.Settled;
import simmer.host.store.StoreException;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Session;
import simmer.spi.Utterance;

/**
 * Webhooks of sessions, each decided on what is remembered and stored with its message in one commit. Those of one session
 * are decided in the order in which they came, within this process; between replicas the store's versions see to it that
 * none is decided on a state that another has changed: the decision is made again. Models read before, holding nothing. For
 * use by any number of threads.
 */
public final class Conversations {

    private static final System.Logger LOG = System.getLogger(Conversations.class.getName());
    private static final String AWAY = "the store is away: decided without it, and nothing was sent";
    /**
     * A process may have stood still in the meantime. So long after its time was over, a webhook's caller has asked again
     * elsewhere, and more may have been said since.
     */
    private static final Duration LATEST = Duration.ofSeconds(1);
    private static final String TOO_LATE = "the time was over long ago, so nothing was kept or sent";
    private static final String NOT_KEPT = "the store failed while it was to keep what was decided: nothing was sent yet, and"
            + " it is sent only if it was kept all the same";

    private final SessionStates states;
    private final Policy policy;
    private final Memory memory;
    private final TurnKeys keys;
    private final Supplier<String> ids;
    private final SessionOrder order = new SessionOrder();
    private final Restart restart;

    public Conversations(Sessions sessions, Policy policy, Memory memory, TurnKeys keys) {
        this(sessions, policy, memory, keys, () -> UUID.randomUUID().toString());
    }

    Conversations(Sessions sessions, Policy policy, Memory memory, TurnKeys keys, Supplier<String> ids) {
        this.states = new SessionStates(sessions, policy, new StateCodec(keys.fingerprint()));
        this.policy = policy;
        this.memory = memory;
        this.keys = keys;
        this.ids = ids;
        this.restart = new Restart(states, order, policy, ids);
    }

    /** What a reset came to. */
    public record Reset(Decision decision, Sending sending) {
    }

    /**
     * Takes a webhook to its decision, and stores it.
     *
     * @param now by the store's clock, if replicas share it
     * @param within the time left, reading included, negative once it is over; the judge keeps to it itself
     * @return {@link Step.Unkept} if the store is away
     */
    public Step step(Incoming incoming, Judge judge, Instant now, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        try (SessionOrder.Place place = order.enter(incoming.sessionId())) {
            boolean next = place.isNext();
            Optional<Found> first = tryFind(incoming.sessionId(), now);
            SessionState known = first.map(Found::state).or(() -> states.lastSeen(incoming.sessionId()))
                    .orElseGet(() -> SessionState.start(policy, now));
            List<Utterance> earlier = next && isNew(first, incoming)
                    ? judge.earlier(incoming.conversation().session())
                    : List.of();
            Heard heard = Heard.of(incoming, earlier, memory.maxTurns(), known, keys.of(incoming.sessionId()), judge);
            Deliberation deliberation = new Deliberation(policy, memory, judge, ids);
            if (first.isEmpty()) {
                return new Step.Unkept(heard.session(), deliberation.conclude(known, heard, now).decision(),
                        holds(known), AWAY);
            }
            place.await(Duration.ofNanos(until - System.nanoTime()));
            Optional<Found> current = next ? first : tryFind(incoming.sessionId(), now);
            return keep(heard, incoming.historyBrought(), current.orElse(first.get()),
                    state -> deliberation.conclude(state, heard, now), now, until);
        }
    }

    /** Whether what was said before is known to nobody here. */
    private boolean isNew(Optional<Found> found, Incoming incoming) {
        return memory.remember() && !incoming.historyBrought() && !incoming.conversation().utterances().isEmpty()
                && found.filter(state -> state.version() == Sessions.NEVER_SAVED).isPresent();
    }

    /** @param historyBrought whether the payload alone told what was said before: then nobody was asked for it */
    private Step keep(Heard heard, boolean historyBrought, Found first, Function<SessionState, Conclusion> conclude,
            Instant now, long until) {
        Session session = heard.session();
        Found found = first;
        for (int attempt = 1;; attempt++) {
            Conclusion conclusion = conclude.apply(found.state());
            if (System.nanoTime() - until > LATEST.toNanos()) {
                return new Step.Unkept(session, conclusion.decision(), holds(found.state()), TOO_LATE);
            }
            try {
                if (isStored(historyBrought, found, conclusion)
                        || states.save(session.id(), found, conclusion.next(), conclusion.message(), now)) {
                    return new Step.Kept(session, conclusion.decision(), holds(found.state()),
                            conclusion.sending(), conclusion.repeated());
                }
                if (attempt == SessionStates.MAX_ATTEMPTS || System.nanoTime() > until) {
                    return new Step.Unkept(session, conclusion.decision(), holds(found.state()),
                            "other webhooks of the session came in between until the"
                                    + " time was over, so nothing was sent");
                }
                found = states.find(session.id(), now);
            } catch (StoreException e) {
                // Each webhook would say again what the store has said once.
                LOG.log(System.Logger.Level.DEBUG, "a decision was not stored: {0}", e.getMessage());
                return new Step.Unkept(session, conclusion.decision(), holds(found.state()), NOT_KEPT);
            }
        }
    }

    private Level holds(SessionState state) {
        return policy.levels().named(state.route().holds());
    }

    /** The level that holds at Cognigy as far as is known without asking the store: the lowest, if nothing is. */
    public Level lastKnown(String sessionId) {
        return states.lastSeen(sessionId).map(this::holds).orElseGet(policy.levels()::lowest);
    }

    /**
     * Whether there is nothing left to store: the turn came before, nothing is remembered and nothing sent, or a session of
     * which nothing is known stays so, because there is no score. Under overload those are many. Without a history in the
     * payload somebody may have been asked for one, which must be known the next time.
     */
    private boolean isStored(boolean historyBrought, Found found, Conclusion conclusion) {
        boolean staysUnknown = found.version() == Sessions.NEVER_SAVED && !conclusion.decision().scored()
                && historyBrought && conclusion.decision().level().equals(policy.levels().lowest());
        boolean nothingNew = !memory.remember() || staysUnknown;
        return conclusion.repeated() || (nothingNew && conclusion.message().isEmpty());
    }

    /**
     * Puts a session back to its beginning: what was said so far counts no more, and if Cognigy has it on another level, it
     * is moved to the lowest.
     *
     * @param message what is to be delivered for a decision, as {@link Judge#message} gives it
     * @throws StoreException if the store is away: nothing was reset, or nobody can tell
     */
    public Reset reset(String sessionId, Function<Decision, Optional<String>> message, Instant now, Duration within) {
        return restart.of(sessionId, message, now, within);
    }

    /**
     * A message was delivered: it leaves the outbox, and its level is the one that holds.
     *
     * @throws StoreException if the store is away
     */
    public void delivered(Claimed claimed, String level, Instant now) {
        settle(claimed, new Ending.Delivered(), route -> route.delivered(claimed.message().id(), level), now);
    }

    /**
     * A message was given up: it becomes a dead letter, and the next turn may send its level again.
     *
     * @throws StoreException if the store is away
     */
    public void givenUp(Claimed claimed, String reason, Instant now) {
        settle(claimed, new Ending.GivenUp(reason), route -> route.givenUp(claimed.message().id()), now);
    }

    private void settle(Claimed claimed, Ending ending, UnaryOperator<Route> change, Instant now) {
        for (int attempt = 1; attempt <= SessionStates.MAX_ATTEMPTS; attempt++) {
            Found found = states.find(claimed.sessionId(), now);
            SessionState next = found.state().with(change.apply(found.state().route()));
            if (states.settle(claimed, ending, found, next, now) != Settled.OVERTAKEN) {
                return;
            }
        }
        throw SessionStates.overtaken();
    }

    private Optional<Found> tryFind(String sessionId, Instant now) {
        try {
            return Optional.of(states.find(sessionId, now));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "a session was decided on without the store: {0}", e.getMessage());
            return Optional.empty();
        }
    }
}
