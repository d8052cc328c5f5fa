package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import simmer.host.decision.Handover;
import simmer.host.decision.Levels;
import simmer.host.decision.Margins;
import simmer.host.decision.Pace;
import simmer.host.decision.Policy;
import simmer.host.fixture.MemorySessions;
import simmer.host.fixture.PlainPolicy;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.StoreException;
import simmer.spi.Conversation;
import simmer.spi.Level;
import simmer.spi.ScoredTurn;
import simmer.spi.Session;
import simmer.spi.Utterance;

/** One process's webhooks on a store; what is said are numbers, see {@link NumbersJudge}. */
final class ConversationsTest {

    static final Levels LEVELS = new Levels(List.of(new Level("standard", 0, "main", "continue"),
            new Level("supervisor", 0.35, "supervisor", "start"), new Level("manager", 0.65, "manager", "start")));
    static final Policy POLICY = new Policy(LEVELS, new Margins(0.1, 0.1, 0.05), 1,
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ofHours(4)), new Handover(Optional.of("manager"), true));
    static final Memory MEMORY = new Memory(true, 50, 8, Duration.ofSeconds(30), false);
    static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final TurnKeys KEYS = new TurnKeys("a secret of some length", "numbers");

    private final MemorySessions sessions = new MemorySessions();
    private final NumbersJudge judge = new NumbersJudge();
    private final AtomicInteger ids = new AtomicInteger();
    private final Conversations conversations = conversations(MEMORY);
    private Instant now = START;

    private Conversations conversations(Memory memory) {
        return new Conversations(sessions, POLICY, memory, KEYS, () -> "m-" + ids.incrementAndGet());
    }

    static Incoming incoming(String session, String id, String... said) {
        return new Incoming(new Conversation(new Session(session, "", ""), Arrays.stream(said).map(Utterance::new).toList()),
                id, "", Math.max(0, said.length - 1));
    }

    /** The last one is said now, the others stand in the history; a second passes. */
    private Step say(String... said) {
        return step(conversations, incoming("s", "", said));
    }

    private Step step(Conversations any, Incoming incoming) {
        now = now.plusSeconds(1);
        return any.step(incoming, judge, now, AMPLE);
    }

    private static String level(Step step) {
        return step.decision().level().name();
    }

    private static double score(Step step) {
        return step.decision().score().value();
    }

    private static Step.Kept kept(Step step) {
        assertThat(step).isInstanceOf(Step.Kept.class);
        return (Step.Kept) step;
    }

    private List<String> sent() {
        return sessions.messages().stream().map(Message::body).toList();
    }

    @Test
    void aPayloadWithoutHistoryIsFilledFromMemory() {
        say("0.2");
        Step second = say("0.4");
        assertThat(score(second)).isEqualTo(0.3, within(1e-9));
        assertThat(second.decision().score().turns()).extracting(turn -> turn.turn().utterance())
                .containsExactly(Utterance.remembered(), new Utterance("0.4"));
        assertThat(score(say("0.4", "0.9"))).as("a history cut short").isEqualTo(0.5, within(1e-9));
    }

    private static Incoming bare(String id, String... said) {
        Incoming told = incoming("s", id, said);
        return new Incoming(told.conversation(), id, "", 0, false);
    }

    @Test
    void aMissingHistoryIsAskedForOnceASession() {
        judge.earlier("0.2", "0.4");
        Step first = step(conversations, bare("", "0.9"));
        assertThat(first.decision().score().turns()).extracting(turn -> turn.turn().utterance().text())
                .containsExactly("0.2", "0.4", "0.9");
        assertThat(score(step(conversations, bare("", "0.1")))).isEqualTo(0.4, within(1e-9));
        assertThat(judge.asked()).isOne();
    }

    @Test
    void aHistoryThatIsMissingForGoodIsAskedForOnceToo() {
        step(conversations, bare("", "0.9"));
        step(conversations, bare("", "0.1"));
        assertThat(judge.asked()).isOne();
    }

    @Test
    void anAskedHistoryMayHoldTheCurrentTurn() {
        judge.earlier("0.2", "0.9");
        assertThat(step(conversations, bare("", "0.9")).decision().score().turns()).hasSize(2);
    }

    @Test
    void aTurnSentAgainIsKnownThoughItsHistoryWasAskedFor() {
        judge.earlier("0.2", "0.4");
        Step first = step(conversations, bare("", "0.9"));
        Step.Kept again = kept(step(conversations, bare("", "0.9")));
        assertThat(again.repeated()).isTrue();
        assertThat(score(again)).isEqualTo(score(first));
    }

    @Test
    void aHistoryIsNotAskedForWhereItIsToldOrOfNoUse() {
        say("0.2");
        step(conversations(new Memory(false, 200, 8, Duration.ZERO, false)),
                new Incoming(new Conversation(new Session("t", "", ""), List.of(new Utterance("0.1"))), "", "", 0, false));
        step(conversations, new Incoming(new Conversation(new Session("u", "", ""), List.of()), "", "", 0, false));
        assertThat(judge.asked()).isZero();
    }

    @Test
    void aWholeHistoryIsScoredAsItIsAndReadOnce() {
        say("0.2");
        say("0.2", "0.4");
        Step third = say("0.2", "0.4", "0.9");
        assertThat(score(third)).isEqualTo(0.5, within(1e-9));
        assertThat(third.decision().score().turns()).extracting(turn -> turn.turn().utterance().text())
                .containsExactly("0.2", "0.4", "0.9");
        assertThat(judge.reads()).containsExactly("0.2", "0.4", "0.9");
    }

    @Test
    void whatAReplicaDecidesThatStoodStillIsNeitherKeptNorSent() {
        Step step = conversations.step(incoming("s", "", "0.9"), judge, now, Duration.ofSeconds(-2));
        assertThat(step).isInstanceOfSatisfying(Step.Unkept.class,
                unkept -> assertThat(unkept.sentence()).contains("time was over"));
        assertThat(sessions.saves()).isZero();
        assertThat(kept(say("0.9")).sending()).as("asked again").isEqualTo(new Sending.Queued("m-2"));
    }

    private Claimed claimed(String messageId) {
        return new Claimed("s", new Message(messageId, 1, "{}"), 0, now, "");
    }

    @Test
    void decisionAndMessageAreStoredTogetherAndTheLevelIsSentOnce() {
        Step.Kept first = kept(say("0.5"));
        assertThat(first.sending()).isEqualTo(new Sending.Queued("m-1"));
        assertThat(first.holds().name()).isEqualTo("standard");
        assertThat(sessions.messages()).containsExactly(new Message("m-1", 1, "s to supervisor"));
        assertThat(kept(say("0.5", "0.6")).sending()).as("on its way still").isEqualTo(new Sending.Queued("m-1"));
        conversations.delivered(claimed("m-1"), "supervisor", now);
        Step.Kept third = kept(say("0.5", "0.6", "0.4"));
        assertThat(third.sending()).isEqualTo(new Sending.Nothing());
        assertThat(third.holds().name()).isEqualTo("supervisor");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aNewerLevelFollowsOneThatIsOnItsWay() {
        say("0.5");
        assertThat(kept(say("0.5", "1", "1")).sending()).isEqualTo(new Sending.Queued("m-2"));
        conversations.delivered(claimed("m-1"), "supervisor", now);
        Step.Kept third = kept(say("0.5", "1", "1", "0.9"));
        assertThat(third.sending()).as("the older one's arrival is not the newer one's")
                .isEqualTo(new Sending.Queued("m-2"));
        assertThat(third.holds().name()).isEqualTo("supervisor");
        assertThat(sent()).containsExactly("s to supervisor", "s to manager");
    }

    @Test
    void whatWasGivenUpIsSentAgainWithTheNextTurn() {
        say("0.5");
        conversations.givenUp(claimed("m-1"), "over", now);
        assertThat(kept(say("0.5", "0.5")).sending()).isEqualTo(new Sending.Queued("m-2"));
        conversations.givenUp(claimed("m-1"), "over", now);
        assertThat(kept(say("0.5", "0.5", "0.5")).sending()).as("an older one").isEqualTo(new Sending.Queued("m-2"));
    }

    @Test
    void theSameTurnAgainGetsTheSameAnswerAndOneDelivery() {
        for (String id : List.of("input-7", "")) {
            String session = "same" + id;
            step(conversations, incoming(session, id + "first", "0.1"));
            Step.Kept first = kept(step(conversations, incoming(session, id, "0.1", "0.9")));
            step(conversations, incoming(session, id + "third", "0.1", "0.9", "0.2"));
            int saves = sessions.saves();
            int reads = judge.reads().size();
            now = now.plusSeconds(3_600);
            Step.Kept again = kept(step(conversations, incoming(session, id, "0.1", "0.9")));
            assertThat(again.repeated()).isTrue();
            assertThat(again.decision()).isEqualTo(first.decision());
            assertThat(again.sending()).isEqualTo(first.sending());
            assertThat(sessions.saves()).isEqualTo(saves);
            assertThat(judge.reads()).hasSize(reads);
        }
        assertThat(sent()).containsExactly("same" + "input-7 to supervisor", "same to supervisor");
    }

    @Test
    void aTurnThatComesAgainIsToldOfItsDelivery() {
        step(conversations, incoming("s", "input-1", "0.9"));
        conversations.delivered(claimed("m-1"), "manager", now);
        assertThat(kept(step(conversations, incoming("s", "input-1", "0.9"))).sending())
                .isEqualTo(new Sending.Delivered("m-1"));
    }

    @Test
    void ofASessionWithoutAScoreNothingIsStored() {
        Conversation first = new Conversation(new Session("s", "", "en"), List.of(new Utterance("fails")));
        Step.Kept failed = kept(step(conversations, new Incoming(first, "", "", 0, true)));
        assertThat(failed.decision().scored()).isFalse();
        assertThat(sessions.saves()).isZero();
        Conversation rule = new Conversation(new Session("s", "", "en"),
                List.of(new Utterance("fails"), new Utterance("human please")));
        assertThat(kept(step(conversations, new Incoming(rule, "", "", 1, true))).sending())
                .isEqualTo(new Sending.Queued("m-1"));
        assertThat(sessions.saves()).isOne();
    }

    @Test
    void aTurnThatComesAgainIsToldThatItsMessageWasGivenUp() {
        step(conversations, incoming("s", "input-1", "0.9"));
        conversations.givenUp(claimed("m-1"), "over", now);
        assertThat(kept(step(conversations, incoming("s", "input-1", "0.9"))).sending())
                .isEqualTo(new Sending.GivenUp("m-1"));
        step(conversations, incoming("s", "input-2", "0.9", "0.9"));
        assertThat(kept(step(conversations, incoming("s", "input-1", "0.9"))).sending()).as("the next turn's follows")
                .isEqualTo(new Sending.Queued("m-2"));
        conversations.delivered(claimed("m-2"), "manager", now);
        assertThat(kept(step(conversations, incoming("s", "input-1", "0.9"))).sending()).isEqualTo(new Sending.Nothing());
    }

    @Test
    void aTurnThatComesAgainIsToldOfAnEarlierTurnsDeliveryThatItWaitsFor() {
        say("0.9");
        assertThat(kept(say("0.9", "0.8")).sending()).isEqualTo(new Sending.Queued("m-1"));
        Step.Kept again = kept(say("0.9", "0.8"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.sending()).isEqualTo(new Sending.Queued("m-1"));
        conversations.delivered(claimed("m-1"), "manager", now);
        Step.Kept arrived = kept(say("0.9", "0.8"));
        assertThat(arrived.sending()).isEqualTo(new Sending.Nothing());
        assertThat(arrived.holds().name()).isEqualTo("manager");
    }

    @Test
    void withoutIdsAndHistoryTheSameTextIsTheSameTurnForAShortWhile() {
        say("0.9");
        assertThat(kept(say("0.9")).repeated()).isTrue();
        now = now.plusSeconds(30);
        Step.Kept later = kept(say("0.9"));
        assertThat(later.repeated()).as("said again").isFalse();
        assertThat(later.decision().score().turns()).hasSize(2);
        say("0.1");
        assertThat(kept(say("0.9")).repeated()).as("another turn came between").isFalse();
    }

    @Test
    void idsTellTheSameTextFromTheSameTurn() {
        step(conversations, incoming("s", "input-1", "0.9"));
        assertThat(kept(step(conversations, incoming("s", "input-2", "0.9"))).repeated()).isFalse();
    }

    @Test
    void theHistorysPlaceTellsAnEchoOfTheNewestTurnFromItsRepeat() {
        Conversation same = incoming("s", "", "0.9").conversation();
        step(conversations, new Incoming(same, "", "", 0));
        Step.Kept second = kept(step(conversations, new Incoming(same, "", "", 1)));
        assertThat(second.repeated()).isFalse();
        assertThat(second.decision().score().turns()).hasSize(2);
    }

    @Test
    void onlyTheLastAnswersAreRemembered() {
        for (int i = 0; i < 9; i++) {
            step(conversations, incoming("s", "input-" + i, "0." + i));
        }
        assertThat(kept(step(conversations, incoming("s", "input-1", "0.1"))).repeated()).isTrue();
        assertThat(kept(step(conversations, incoming("s", "input-0", "0.0"))).repeated()).isFalse();
    }

    @Test
    void aFailureIsNoAnswerToRepeatUnlessSomethingWasSent() {
        Step.Kept failed = kept(step(conversations, incoming("s", "input-1", "fails")));
        assertThat(failed.decision().scored()).isFalse();
        assertThat(failed.decision().reasonCode()).isEqualTo("failed");
        assertThat(kept(step(conversations, incoming("s", "input-1", "fails"))).repeated()).isFalse();

        Step.Kept rule = kept(step(conversations, incoming("s", "input-2", "fails", "human please")));
        assertThat(rule.decision().scored()).isFalse();
        assertThat(level(rule)).isEqualTo("supervisor");
        Step.Kept again = kept(step(conversations, incoming("s", "input-2", "fails", "human please")));
        assertThat(again.repeated()).isTrue();
        assertThat(again.decision()).isEqualTo(rule.decision());
        assertThat(sent()).containsExactly("s to supervisor");
    }

    @Test
    void nothingSaidIsNoEvidence() {
        say("0.5");
        Step silent = say();
        assertThat(level(silent)).isEqualTo("supervisor");
        assertThat(silent.decision().reason()).isEqualTo("nothing was said");
        assertThat(score(silent)).isZero();
    }

    @Test
    void aSignIsRememberedWithItsTurn() {
        say("0.3");
        Step repeated = say("0.3", "again");
        assertThat(repeated.decision().reasonCode()).isEqualTo("sign");
        assertThat(say("0.1").decision().score().turns()).extracting(ScoredTurn::turn)
                .extracting(turn -> turn.signs().size()).containsExactly(0, 1, 0);
    }

    @Test
    void theLanguageNamedLastHolds() {
        Conversation german = new Conversation(new Session("s", "", "de"), List.of(new Utterance("0.1")));
        step(conversations, new Incoming(german, "", "", 0));
        say("0.2");
        assertThat(judge.languages()).containsExactly("de", "de");
    }

    @Test
    void aResetBeginsAnewAndForgetsWhatWasSaid() {
        say("0.9");
        conversations.delivered(claimed("m-1"), "manager", now);
        assertThat(level(say("0.9", "0.1"))).as("handed over").isEqualTo("manager");
        Conversations.Reset reset = conversations.reset("s", decision -> Optional.of("back to " + decision.level().name()),
                now, AMPLE);
        assertThat(reset.decision().level().name()).isEqualTo("standard");
        assertThat(reset.decision().reasonCode()).isEqualTo("reset");
        assertThat(reset.sending()).isEqualTo(new Sending.Queued("m-2"));
        assertThat(sent()).containsExactly("s to manager", "back to standard");
        Step after = say("0.9", "0.1", "0.2");
        assertThat(level(after)).isEqualTo("standard");
        assertThat(score(after)).as("the newest turn alone").isEqualTo(0.2, within(1e-9));
        assertThat(score(say("0.4"))).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void aResetOfWhatIsAtItsBeginningSendsNothing() {
        assertThat(conversations.reset("unknown", _ -> Optional.of("never"), now, AMPLE).sending())
                .isEqualTo(new Sending.Nothing());
        assertThat(sessions.saves()).isZero();
        say("0.1");
        assertThat(conversations.reset("s", _ -> Optional.of("never"), now, AMPLE).sending())
                .isEqualTo(new Sending.Nothing());
        assertThat(sent()).isEmpty();
    }

    @Test
    void aSessionThatWasQuietForLongBeginsAnew() {
        say("0.9");
        conversations.delivered(claimed("m-1"), "manager", now);
        now = now.plus(Duration.ofHours(4));
        Step.Kept later = kept(say("0.9", "0.1"));
        assertThat(level(later)).isEqualTo("standard");
        assertThat(score(later)).isEqualTo(0.1, within(1e-9));
        assertThat(sent()).containsExactly("s to manager", "s to standard");
    }

    @Test
    void whoRemembersNothingDecidesByThePayloadAloneAndSendsEachTime() {
        Conversations tutorial = new Conversations(sessions, PlainPolicy.of(LEVELS),
                new Memory(false, 50, 8, Duration.ofSeconds(30), true), KEYS, () -> "m-" + ids.incrementAndGet());
        assertThat(level(step(tutorial, incoming("t", "", "0.9")))).isEqualTo("manager");
        assertThat(level(step(tutorial, incoming("t", "", "0.1")))).isEqualTo("standard");
        assertThat(kept(step(tutorial, incoming("t", "", "0.1"))).repeated()).isFalse();
        assertThat(level(step(tutorial, incoming("t", "")))).isEqualTo("standard");
        assertThat(sent()).containsExactly("t to manager", "t to standard", "t to standard", "t to standard");
        assertThat(sessions.state("t")).contains("\"turns\":[]", "\"answers\":[]");
    }

    @Test
    void whatWasSaidIsNeverStored() {
        Incoming secret = new Incoming(incoming("s", "input-of-ann", "0.5", "again my card is 4111").conversation(),
                "input-of-ann", "", 1);
        step(conversations, secret);
        assertThat(sessions.state("s")).isNotEmpty().doesNotContain("card", "4111", "input-of-ann", "0.5");
    }

    @Test
    void withTheStoreAwayWhatWasSeenLastDecidesAndNothingIsSent() {
        say("0.9");
        conversations.delivered(claimed("m-1"), "manager", now);
        sessions.away();
        Step alone = say("0.1");
        assertThat(alone).isInstanceOfSatisfying(Step.Unkept.class, unkept -> {
            assertThat(unkept.sentence()).isEqualTo("the store is away: decided without it, and nothing was sent");
            assertThat(unkept.holds().name()).isEqualTo("manager");
        });
        assertThat(conversations.lastKnown("s").name()).isEqualTo("manager");
        assertThat(score(alone)).as("what was said before counts").isEqualTo(0.5, within(1e-9));
        assertThatThrownBy(() -> conversations.reset("s", _ -> Optional.of("x"), now, AMPLE))
                .isInstanceOf(StoreException.class);
        sessions.back();
        assertThat(level(say("0.9", "0.1"))).as("nothing had changed").isEqualTo("manager");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void withTheStoreAwayThePayloadAloneDecidesOnASessionThatWasNotSeen() {
        sessions.away();
        Step alone = say("0.9", "0.1");
        assertThat(alone).isInstanceOfSatisfying(Step.Unkept.class,
                unkept -> assertThat(unkept.holds().name()).isEqualTo("standard"));
        assertThat(score(alone)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void afterASaveThatFailedTheSessionIsStillWhereItWas() {
        say("0.9");
        conversations.delivered(claimed("m-1"), "manager", now);
        sessions.full();
        say("0.9", "0.9");
        assertThat(conversations.lastKnown("s").name()).isEqualTo("manager");
    }

    @Test
    void withTheStoreFullTheDecisionIsToldAndNothingIsSent() {
        say("0.1");
        sessions.full();
        Step unkept = say("0.9");
        assertThat(unkept).isInstanceOf(Step.Unkept.class);
        assertThat(level(unkept)).isEqualTo("supervisor");
        assertThat(score(unkept)).as("what is remembered counts").isEqualTo(0.5, within(1e-9));
        assertThat(sent()).isEmpty();
    }

    @Test
    void withTheStoreFullTheLevelThatHoldsIsTold() {
        say("0.9");
        conversations.delivered(claimed("m-1"), "manager", now);
        sessions.full();
        assertThat(say("0.9", "0.9")).isInstanceOfSatisfying(Step.Unkept.class, unkept -> assertThat(unkept.holds().name())
                .isEqualTo("manager"));
    }

    @Test
    void aStateThatCantBeReadBeginsAnew() {
        sessions.save("s", 0, "{\"v\":99}", Optional.empty(), now);
        assertThat(level(say("0.5"))).isEqualTo("supervisor");
        assertThat(score(say("0.5", "0.7"))).isEqualTo(0.6, within(1e-9));
    }
}
