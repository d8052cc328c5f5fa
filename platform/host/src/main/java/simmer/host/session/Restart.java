package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import simmer.host.decision.Policy;
import simmer.host.decision.ReasonCode;
import simmer.host.session.Conversations.Reset;
import simmer.host.session.SessionStates.Found;
import simmer.host.store.Message;
import simmer.host.store.Sessions;
import simmer.host.store.StoreException;
import simmer.spi.Decision;
import simmer.spi.Score;

/**
 * Puts sessions back to their beginning; see {@link Conversations#reset}. For use by any number of threads.
 *
 * @param ids gives each message an id of its own
 */
record Restart(SessionStates states, SessionOrder order, Policy policy, Supplier<String> ids) {

    /** @throws StoreException if the store is away: nothing was reset, or nobody can tell */
    Reset of(String sessionId, Function<Decision, Optional<String>> message, Instant now, Duration within) {
        Decision decision = new Decision(policy.levels().lowest(), Score.ofNothing(), false, "the session was reset",
                ReasonCode.RESET);
        long until = System.nanoTime() + within.toNanos();
        try (SessionOrder.Place place = order.enter(sessionId)) {
            place.await(Duration.ofNanos(until - System.nanoTime()));
            for (int attempt = 1; attempt <= SessionStates.MAX_ATTEMPTS; attempt++) {
                Found found = states.find(sessionId, now);
                if (found.version() == Sessions.NEVER_SAVED) {
                    return new Reset(decision, new Sending.Nothing());
                }
                SessionState next = found.state().reset(policy, now);
                Optional<Message> moves = next.route().leadsTo(decision.level().name())
                        ? Optional.empty()
                        : message.apply(decision).map(body -> new Message(ids.get(), 0, body));
                if (states.save(sessionId, found, next.with(route(next.route(), decision, moves)), moves, now)) {
                    return new Reset(decision, moves.<Sending>map(sent -> new Sending.Queued(sent.id()))
                            .orElseGet(Sending.Nothing::new));
                }
            }
        }
        throw SessionStates.overtaken();
    }

    private static Route route(Route before, Decision decision, Optional<Message> moves) {
        String level = decision.level().name();
        return moves.map(sent -> before.sending(sent.id(), level))
                .orElseGet(() -> before.leadsTo(level) ? before : before.holding(level));
    }
}
