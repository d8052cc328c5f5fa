package simmer.host.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;

import simmer.host.fixture.PlainPolicy;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Sign;

/** What the README's examples don't show: sentences, clocks, odd states, and what holds for any run of turns. */
final class PolicyTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final RuleHit HUMAN = new RuleHit("wants_human", "supervisor");

    private static Evidence score(double value, int turns) {
        return Evidence.of(Examples.scored(value, turns));
    }

    private static Evidence withRule(Reading reading, RuleHit... hits) {
        return new Evidence(reading, List.of(hits), Set.of());
    }

    private static Decision decide(Policy policy, PolicyState state, Evidence evidence) {
        return policy.decide(state, evidence, START).decision();
    }

    private static PolicyState on(String level) {
        return new PolicyState(level, START.minusSeconds(3_600), false, Optional.empty(), START.minusSeconds(60));
    }

    @Test
    void aPlainThresholdIsWordedAsEver() {
        Policy policy = Examples.POLICY;
        assertThat(decide(policy, policy.start(START), score(0.5124, 2)).reason())
                .isEqualTo("score 0.51 is at or over supervisor (0.35)");
        assertThat(decide(policy, policy.start(START), score(0.3499, 2)).reason())
                .isEqualTo("score 0.34 is under supervisor (0.35)");
        assertThat(decide(policy, policy.start(START), Evidence.of(new Reading.Scored(Score.ofNothing()))).reason())
                .isEqualTo("nothing was said");
    }

    @Test
    void whatKeepsALevelIsToldInOneSentence() {
        Policy policy = Examples.POLICY;
        PolicyState fresh = policy.start(START);
        assertThat(decide(policy, on("supervisor"), score(0.3, 4)).reason())
                .isEqualTo("score 0.30 is under supervisor (0.35), not far enough to leave it");
        assertThat(decide(policy, fresh, score(0.7, 1)).reason()).isEqualTo(
                "score 0.70 is at or over manager (0.65), but the opening statement alone must be clearly over it");
        assertThat(decide(policy, fresh, new Evidence(Examples.scored(0.3, 2), List.of(), Set.of(Sign.REPEAT))).reason())
                .isEqualTo("score 0.30 is under supervisor (0.35), but the customer is not being helped: the newest turn"
                        + " repeats or answers nothing");
        assertThat(decide(policy, fresh, withRule(Examples.scored(0.1, 1), HUMAN)).reason())
                .isEqualTo("rule wants_human raises to supervisor");
        PolicyState late = policy.decide(on("supervisor"), score(0.1, 4), START).state();
        assertThat(policy.decide(late, score(0.5, 5), START.plusSeconds(1)).decision().reason()).isEqualTo(
                "score 0.50 is at or over supervisor (0.35), but the session left supervisor under PT2M ago");
        PolicyState hasty = policy.decide(fresh, score(0.5, 2), START).state();
        assertThat(policy.decide(hasty, score(0.1, 3), START.plusSeconds(1)).decision().reason()).isEqualTo(
                "score 0.10 is under supervisor (0.35), but the session came to supervisor under PT30S ago");
    }

    @Test
    void theScoreAloneNeedsItsLeastTurnsAndARuleNone() {
        Policy policy = new Policy(Examples.LEVELS, PlainPolicy.MARGINS, 3, PlainPolicy.PACE, PlainPolicy.HANDOVER);
        assertThat(decide(policy, policy.start(START), score(0.9, 2))).satisfies(decision -> {
            assertThat(decision.level().name()).isEqualTo("standard");
            assertThat(decision.reasonCode()).isEqualTo(ReasonCode.TOO_FEW_TURNS);
            assertThat(decision.reason()).isEqualTo(
                    "score 0.90 is at or over manager (0.65), but 2 of 3 turns that an escalation takes were said");
        });
        assertThat(decide(policy, policy.start(START), score(0.9, 3)).level().name()).isEqualTo("manager");
        assertThat(decide(policy, policy.start(START), withRule(Examples.scored(0.9, 1), HUMAN)).level().name())
                .isEqualTo("supervisor");
        assertThat(decide(policy, on("supervisor"), score(0.9, 1)).level().name()).as("escalated before")
                .isEqualTo("manager");
    }

    @Test
    void withoutAScoreTheLevelStaysAndARuleStillHolds() {
        Policy policy = Examples.POLICY;
        Reading missing = new Reading.Missing("unsupported_language", "the model reads en only");
        Decision stays = decide(policy, on("supervisor"), Evidence.of(missing));
        assertThat(stays.level().name()).isEqualTo("supervisor");
        assertThat(stays.scored()).isFalse();
        assertThat(stays.reason()).isEqualTo("the model reads en only");
        assertThat(stays.reasonCode()).isEqualTo("unsupported_language");
        Decision raised = decide(policy, on("standard"), withRule(missing, HUMAN));
        assertThat(raised.level().name()).isEqualTo("supervisor");
        assertThat(raised.scored()).isFalse();
        assertThat(raised.reason()).endsWith(" raises to supervisor; there is no score: the model reads en only");
    }

    @Test
    void ofSeveralRulesTheOneThatDemandsMostIsTheReason() {
        Policy policy = Examples.POLICY;
        assertThat(decide(policy, policy.start(START), withRule(Examples.scored(0.1, 1), HUMAN,
                new RuleHit("legal_threat", "manager"), new RuleHit("abuse", "manager"))).reasonCode())
                .isEqualTo("legal_threat");
        assertThat(decide(policy, on("manager"), withRule(Examples.scored(0.9, 3), HUMAN)).reasonCode())
                .as("the score demands more").isEqualTo(ReasonCode.SCORE_REACHED);
        assertThat(decide(policy, on("standard"), withRule(Examples.scored(0.1, 3), new RuleHit("greeting", "standard")))
                .reasonCode()).as("a rule for the lowest level raises nobody").isEqualTo(ReasonCode.SCORE_LOW);
    }

    @Test
    void aPolicyThatDecidesAnewFollowsTheThresholdsUpAndDown() {
        Policy policy = PlainPolicy.of(Examples.LEVELS);
        PolicyState state = policy.start(START);
        for (double value : new double[]{0.35, 0.9, 0.34, 0.65, 0.64, 0, 1}) {
            Policy.Step step = policy.decide(state, score(value, 1), START);
            assertThat(step.decision()).isEqualTo(Examples.LEVELS.decide(step.decision().score()));
            state = step.state();
        }
    }

    @Test
    void aLowThresholdCanStillBeLeftAndAHighOneEntered() {
        Levels levels = Examples.levels(0, 0.05, 0.95);
        Policy policy = new Policy(levels, new Margins(0.1, 0.1, 0.1), 1, PlainPolicy.PACE, PlainPolicy.HANDOVER);
        assertThat(decide(policy, on("supervisor"), score(0.03, 2)).level().name()).isEqualTo("supervisor");
        assertThat(decide(policy, on("supervisor"), score(0.02, 2)).level().name()).isEqualTo("standard");
        assertThat(decide(policy, on("standard"), score(0.98, 1)).level().name()).isEqualTo("manager");
    }

    @Test
    void aLevelThatIsGoneCountsAsTheLowest() {
        assertThat(decide(Examples.POLICY, on("renamed"), score(0.1, 3)).level().name()).isEqualTo("standard");
        assertThat(decide(Examples.POLICY, on("renamed"), score(0.9, 3)).level().name()).isEqualTo("manager");
    }

    @Test
    void aClockPutBackMakesTimesCountAnewAndEndAtLast() {
        Policy policy = Examples.POLICY;
        PolicyState state = policy.decide(policy.start(START), score(0.5, 2), START).state();
        Instant yesterday = START.minus(Duration.ofDays(1));
        Policy.Step back = policy.decide(state, score(0.1, 3), yesterday);
        assertThat(back.decision().reasonCode()).isEqualTo(ReasonCode.MINIMUM_STAY);
        assertThat(back.state().since()).isEqualTo(yesterday);
        assertThat(policy.decide(back.state(), score(0.1, 4), yesterday.plusSeconds(30)).decision().level().name())
                .isEqualTo("standard");
    }

    @Test
    void numbersOutOfRangeNeverEnter() {
        for (double wrong : new double[]{Double.NaN, -0.01, 0.51, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Margins(wrong, 0, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Margins(0, wrong, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Margins(0, 0, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Policy(Examples.LEVELS, PlainPolicy.MARGINS, 0, PlainPolicy.PACE, PlainPolicy.HANDOVER))
                .hasMessage("a policy needs 1 turn or more, not 0");
        assertThatThrownBy(() -> new Pace(Duration.ofSeconds(-1), Duration.ZERO, Duration.ofHours(1)))
                .hasMessage("stay and cooldown are 0 or more, the time-out over 0");
        assertThatThrownBy(() -> new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void afterAHandoverTheLevelOnlyRises() {
        long seed = System.nanoTime();
        RandomGenerator random = random(seed);
        for (int run = 0; run < 300; run++) {
            PolicyState state = Examples.POLICY.start(START);
            Instant now = START;
            for (int turn = 1; turn <= 40; turn++) {
                now = now.plusMillis(random.nextLong(-600_000, 900_000));
                PolicyState next = Examples.POLICY.decide(state, anything(random, turn), now).state();
                if (state.handedOver() && !Examples.POLICY.timedOut(state, now)) {
                    assertThat(Examples.LEVELS.index(next.level())).as("seed %s, run %s, turn %s", seed, run, turn)
                            .isGreaterThanOrEqualTo(Examples.LEVELS.index(state.level()));
                    assertThat(next.handedOver()).isTrue();
                }
                state = next;
            }
        }
    }

    @Test
    void aRuleIsNeverUndercut() {
        long seed = System.nanoTime();
        RandomGenerator random = random(seed);
        PolicyState state = Examples.POLICY.start(START);
        for (int turn = 1; turn <= 2_000; turn++) {
            Instant now = START.plusSeconds(random.nextLong(100_000));
            Evidence evidence = anything(random, turn);
            Policy.Step step = Examples.POLICY.decide(state, evidence, now);
            for (RuleHit hit : evidence.rules()) {
                assertThat(Examples.LEVELS.index(step.decision().level().name())).as("seed %s, turn %s", seed, turn)
                        .isGreaterThanOrEqualTo(Examples.LEVELS.index(hit.level()));
            }
            assertThat(step.state().level()).isEqualTo(step.decision().level().name());
            state = step.state();
        }
    }

    @Test
    void noiseWithinTheHysteresisChangesTheLevelOnceAtMost() {
        long seed = System.nanoTime();
        RandomGenerator random = random(seed);
        Policy policy = new Policy(Examples.LEVELS, new Margins(0.1, 0, 0), 1, PlainPolicy.PACE, PlainPolicy.HANDOVER);
        for (int run = 0; run < 500; run++) {
            double base = random.nextDouble(0.9);
            PolicyState state = policy.start(START);
            String first = "";
            int changes = 0;
            for (int turn = 2; turn < 40; turn++) {
                PolicyState next = policy.decide(state, score(base + random.nextDouble(0.0999), turn), START).state();
                changes += turn > 2 && !next.level().equals(state.level()) ? 1 : 0;
                first = turn == 2 ? next.level() : first;
                state = next;
            }
            assertThat(changes).as("seed %s: noise over %s, first on %s", seed, base, first).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aHigherScoreNeverDecidesLower() {
        long seed = System.nanoTime();
        RandomGenerator random = random(seed);
        for (int run = 0; run < 2_000; run++) {
            PolicyState state = new PolicyState(level(random), START.minusSeconds(random.nextLong(120)),
                    random.nextBoolean(),
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(new PolicyState.Left(level(random), START.minusSeconds(random.nextLong(200)))),
                    START.minusSeconds(1));
            int turns = random.nextInt(1, 4);
            double low = random.nextDouble();
            double high = low + (1 - low) * random.nextDouble();
            assertThat(Examples.LEVELS.index(decide(Examples.POLICY, state, score(high, turns)).level().name()))
                    .as("seed %s: %s and %s on %s", seed, low, high, state)
                    .isGreaterThanOrEqualTo(Examples.LEVELS.index(
                            decide(Examples.POLICY, state, score(low, turns)).level().name()));
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static String level(RandomGenerator random) {
        List<Level> all = Examples.LEVELS.all();
        return all.get(random.nextInt(all.size())).name();
    }

    private static Evidence anything(RandomGenerator random, int turns) {
        Reading reading = switch (random.nextInt(10)) {
            case 0 -> new Reading.Missing("failed", "the model failed");
            case 1 -> new Reading.Scored(Score.ofNothing());
            default -> Examples.scored(random.nextDouble(), turns);
        };
        List<RuleHit> hits = random.nextInt(12) == 0 ? List.of(new RuleHit("some_rule", level(random))) : List.of();
        return new Evidence(reading, hits, random.nextInt(5) == 0 ? Set.of(Sign.REPEAT) : Set.of());
    }
}
