package simmer.host.decision;

import java.time.Instant;
import java.util.Optional;

import simmer.host.decision.Thresholds.Bid;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;

/**
 * When a session escalates and when it calms down: a pure function from what is held of a session, what its newest turn
 * shows, and the time, to what is held next. README.md in this folder tells the whole of it on one page.
 *
 * @param levels where sessions can be
 * @param margins how far from a level's threshold the score enters and leaves it
 * @param leastTurns turns that must have been scored before the score raises a session from the lowest level, 1 or more
 * @param pace how quickly one change may follow another
 * @param handover from which level on a session only rises
 */
public record Policy(Levels levels, Margins margins, int leastTurns, Pace pace, Handover handover) {

    /** @throws IllegalArgumentException if {@code leastTurns} is under 1 */
    public Policy {
        if (leastTurns < 1) {
            throw new IllegalArgumentException("a policy needs 1 turn or more, not " + leastTurns);
        }
    }

    /** What is held of a session of which nothing is known, or that was reset. */
    public PolicyState start(Instant now) {
        return new PolicyState(levels.lowest().name(), now, false, Optional.empty(), now);
    }

    /** Whether a session was quiet for so long that it begins anew: {@link #decide} sees to that by itself. */
    public boolean timedOut(PolicyState state, Instant now) {
        return state.sinceLastTurn(now).compareTo(pace.timeOut()) >= 0;
    }

    /**
     * Decides. Never throws for a state that was held under other levels: a level that is gone counts as the lowest.
     *
     * @param before what was held, or {@link #start}
     * @param now may lie before the times in the state, if a clock was put back
     */
    public Step decide(PolicyState before, Evidence evidence, Instant now) {
        PolicyState held = timedOut(before, now) ? start(now) : before.notAfter(now);
        int current = levels.index(held.level());
        Verdict verdict = demanded(evidence, byReading(held, current, evidence, now));
        return new Step(next(held, current, verdict, now), decision(evidence, verdict));
    }

    /** What is held next, and what was decided. */
    public record Step(PolicyState state, Decision decision) {
    }

    private Verdict byReading(PolicyState held, int current, Evidence evidence, Instant now) {
        return switch (evidence.reading()) {
            case Reading.Missing missing -> new Verdict(current, missing.code(), missing.sentence(), false);
            case Reading.Scored(Score score) when score.turns().isEmpty() ->
                new Verdict(current, ReasonCode.NOTHING_SAID, "nothing was said", false);
            case Reading.Scored(Score score) -> byScore(held, current, score, evidence, now);
        };
    }

    private Verdict byScore(PolicyState held, int current, Score score, Evidence evidence, Instant now) {
        Bid bid = new Thresholds(levels, margins).bid(current, score, !evidence.signs().isEmpty());
        if (bid.index() > current) {
            return rise(held, current, score, bid, now);
        }
        return bid.index() < current ? fall(held, current, bid, now) : Verdict.of(bid);
    }

    private Verdict rise(PolicyState held, int current, Score score, Bid bid, Instant now) {
        if (current == 0 && score.turns().size() < leastTurns) {
            return new Verdict(current, ReasonCode.TOO_FEW_TURNS, bid.sentence() + ", but " + score.turns().size() + " of "
                    + leastTurns + " turns that an escalation takes were said", false);
        }
        Optional<PolicyState.Left> left = held.left().filter(last -> pace.isCooling(last, now))
                .filter(last -> bid.index() <= levels.index(last.level()));
        return left.map(last -> new Verdict(current, ReasonCode.COOLING_DOWN, bid.sentence() + ", but the session left "
                + last.level() + " under " + pace.cooldown() + " ago", false)).orElseGet(() -> Verdict.of(bid));
    }

    private Verdict fall(PolicyState held, int current, Bid bid, Instant now) {
        if (held.handedOver() && handover.onlyRises()) {
            return new Verdict(current, ReasonCode.HANDED_OVER,
                    bid.sentence() + ", but the session was handed over and stays until it is reset", false);
        }
        if (held.on(now).compareTo(pace.minimumStay()) < 0) {
            return new Verdict(current, ReasonCode.MINIMUM_STAY, bid.sentence() + ", but the session came to "
                    + levels.all().get(current).name() + " under " + pace.minimumStay() + " ago", false);
        }
        return Verdict.of(bid);
    }

    /** A rule holds against everything that keeps a session low. Of several, the one that demands most. */
    private Verdict demanded(Evidence evidence, Verdict verdict) {
        Verdict highest = verdict;
        for (RuleHit hit : evidence.rules()) {
            int index = levels.index(hit.level());
            boolean demandsMore = highest.byRule() ? index > highest.index() : index >= highest.index();
            if (index > 0 && demandsMore) {
                highest = new Verdict(index, hit.rule(), "rule " + hit.rule() + " raises to " + hit.level(), true);
            }
        }
        return highest;
    }

    private PolicyState next(PolicyState held, int current, Verdict verdict, Instant now) {
        boolean handedOver = held.handedOver() || verdict.byRule() || isHandover(verdict.index());
        Optional<PolicyState.Left> left = verdict.index() < current
                ? Optional.of(new PolicyState.Left(levels.all().get(current).name(), now))
                : held.left().filter(last -> pace.isCooling(last, now));
        Level level = levels.all().get(verdict.index());
        return new PolicyState(level.name(), verdict.index() == current ? held.since() : now, handedOver, left, now);
    }

    private boolean isHandover(int index) {
        return index > 0 && handover.from().filter(from -> index >= levels.index(from)).isPresent();
    }

    private Decision decision(Evidence evidence, Verdict verdict) {
        Level level = levels.all().get(verdict.index());
        return switch (evidence.reading()) {
            case Reading.Scored(Score score) -> new Decision(level, score, verdict.sentence(), verdict.code());
            case Reading.Missing missing -> new Decision(level, Score.ofNothing(), false, verdict.byRule()
                    ? verdict.sentence() + "; there is no score: " + missing.sentence()
                    : verdict.sentence(), verdict.code());
        };
    }

    /** Where a session belongs, as far as was looked, and why. */
    private record Verdict(int index, String code, String sentence, boolean byRule) {

        static Verdict of(Bid bid) {
            return new Verdict(bid.index(), bid.code(), bid.sentence(), false);
        }
    }
}
