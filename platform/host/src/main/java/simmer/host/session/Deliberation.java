package simmer.host.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import simmer.host.decision.Evidence;
import simmer.host.decision.Policy;
import simmer.host.decision.Reading;
import simmer.host.store.Message;
import simmer.spi.Decision;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Turn;

/**
 * From what was heard, and what is remembered, to what is answered and remembered next. Pure, but for the ids of messages.
 *
 * @param ids gives each message an id of its own
 */
record Deliberation(Policy policy, Memory memory, Judge judge, Supplier<String> ids) {

    /** A language tag is shorter; what is not one need not be kept. */
    private static final int MAX_LANGUAGE = 64;

    /** What is to be stored, and answered once it is. */
    record Conclusion(Decision decision, SessionState next, Optional<Message> message, Sending sending, boolean repeated) {
    }

    Conclusion conclude(SessionState before, Heard heard, Instant now) {
        return heard.identity().filter(_ -> memory.remember())
                .flatMap(turn -> turn.among(before.answers(), memory.sameTurnWithin(), now))
                .map(answer -> repeat(before, heard, answer)).orElseGet(() -> decide(before, heard, now));
    }

    private Conclusion repeat(SessionState before, Heard heard, Answer answer) {
        List<RememberedTurn> then = before.timeline().when(answer.turnsThen()).open();
        List<ScoredTurn> explained = then.isEmpty() ? List.of() : scoredTurns(judge.weigh(heard.worded(then)));
        return new Conclusion(answer.decision(policy.levels(), explained), before, Optional.empty(),
                sending(before.route(), answer), true);
    }

    private static Sending sending(Route route, Answer answer) {
        Sending own = answer.messageId().map(route::sending).orElseGet(Sending.Nothing::new);
        // A turn whose level was on its way already has no message of its own, and waits for that one.
        return own instanceof Sending.Nothing || own instanceof Sending.GivenUp
                ? route.pending().filter(pending -> pending.level().equals(answer.level()))
                        .<Sending>map(pending -> new Sending.Queued(pending.messageId())).orElse(own)
                : own;
    }

    private static List<ScoredTurn> scoredTurns(Reading reading) {
        return reading instanceof Reading.Scored(Score score) ? score.turns() : List.of();
    }

    private Conclusion decide(SessionState remembered, Heard heard, Instant now) {
        SessionState before = !memory.remember()
                ? remembered.routeOnly(policy, now)
                : policy.timedOut(remembered.policy(), now) ? remembered.reset(policy, now) : remembered;
        Judge.Findings findings = heard.saidNothing() ? Judge.Findings.NONE : judge.look(heard.incoming().conversation());
        Timeline timeline = heard.turns().isEmpty()
                ? before.timeline()
                : before.timeline().plus(heard.turnsWith(findings.signs()))
                        .newest(Math.max(memory.maxTurns(), heard.turns().size()));
        Policy.Step step = policy.decide(before.policy(),
                new Evidence(reading(heard, timeline), findings.rules(), findings.signs()), now);
        Decision decision = step.decision();
        boolean send = memory.sendEveryTurn() || !before.route().leadsTo(decision.level().name());
        String level = decision.level().name();
        Optional<Message> message = send
                ? judge.message(heard.incoming().conversation().session(), decision)
                        .map(body -> new Message(ids.get(), policy.levels().index(level), body))
                : Optional.empty();
        Route unsent = send ? before.route().holding(level) : before.route();
        Route route = message.map(sent -> before.route().sending(sent.id(), level)).orElse(unsent);
        return new Conclusion(decision, next(before, heard, step, timeline, route, now), message, sending(route, message),
                false);
    }

    private static Sending sending(Route route, Optional<Message> message) {
        // What is on its way already, for this very level, is on its way still.
        return message.map(Message::id).or(() -> route.pending().map(Route.Pending::messageId)).<Sending>map(
                Sending.Queued::new).orElseGet(Sending.Nothing::new);
    }

    private Reading reading(Heard heard, Timeline timeline) {
        if (heard.unread().isPresent()) {
            return heard.unread().get();
        }
        List<Turn> turns = heard.saidNothing() ? List.of() : heard.worded(timeline.open());
        return turns.isEmpty() ? new Reading.Scored(Score.ofNothing()) : judge.weigh(turns);
    }

    private SessionState next(SessionState before, Heard heard, Policy.Step step, Timeline timeline, Route route,
            Instant now) {
        if (!memory.remember()) {
            return before.with(route);
        }
        String language = heard.incoming().conversation().session().language();
        SessionState next = new SessionState(step.state(), route, timeline.newest(memory.maxTurns()), before.answers(),
                language.length() > MAX_LANGUAGE ? "" : language);
        // Without a score there is nothing to repeat: the same turn again may fare better, unless it has been sent.
        Optional<String> sent = route.pending().map(Route.Pending::messageId)
                .filter(id -> !before.route().pending().map(Route.Pending::messageId).equals(Optional.of(id)));
        return heard.identity().filter(_ -> step.decision().scored() || sent.isPresent())
                .map(turn -> next.with(Answer.of(turn, now, timeline.total(), step.decision(), sent), memory.maxAnswers()))
                .orElse(next);
    }
}
