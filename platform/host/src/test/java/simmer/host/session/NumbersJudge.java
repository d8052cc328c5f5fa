package simmer.host.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import simmer.host.decision.Reading;
import simmer.host.decision.RuleHit;
import simmer.spi.Conversation;
import simmer.spi.Decision;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.spi.Sign;
import simmer.spi.Turn;
import simmer.spi.Utterance;
import simmer.testkit.Turns;

/**
 * Reads numbers as just so negative and scores their mean. A text that begins with "human" matches a rule, "again" is a
 * repeat, and both are read as 0.3; "fails" can't be read.
 */
final class NumbersJudge implements Judge {

    private final Runnable beforeReading;
    private final List<String> reads = Collections.synchronizedList(new ArrayList<>());
    private final List<String> earlier = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> languages = Collections.synchronizedList(new ArrayList<>());

    NumbersJudge() {
        this(() -> {
        });
    }

    /** @param beforeReading runs before each call of a model */
    NumbersJudge(Runnable beforeReading) {
        this.beforeReading = beforeReading;
    }

    /** What is told to have been said before. */
    NumbersJudge earlier(String... said) {
        earlier.addAll(List.of(said));
        return this;
    }

    /** How often that was asked for. */
    int asked() {
        return asked.get();
    }

    @Override
    public List<Utterance> earlier(Session session) {
        asked.incrementAndGet();
        return earlier.stream().map(Utterance::new).toList();
    }

    /** All that a model was asked for. */
    List<String> reads() {
        return List.copyOf(reads);
    }

    List<String> languages() {
        return List.copyOf(languages);
    }

    @Override
    public Findings look(Conversation conversation) {
        languages.add(conversation.session().language());
        String newest = conversation.utterances().getLast().text();
        return new Findings(newest.startsWith("human") ? List.of(new RuleHit("wants_human", "supervisor")) : List.of(),
                newest.startsWith("again") ? Set.of(Sign.REPEAT) : Set.of());
    }

    @Override
    public Reads read(Conversation conversation, List<Utterance> unread) {
        beforeReading.run();
        unread.forEach(utterance -> reads.add(utterance.text()));
        return unread.stream().anyMatch(utterance -> utterance.text().startsWith("fails"))
                ? new Reads.Failed(new Reading.Missing("failed", "model numbers failed"))
                : new Reads.Done(unread.stream().map(utterance -> negative(utterance.text()))
                        .map(negative -> Turns.sentiment(negative, 1 - negative, 0)).toList());
    }

    private static double negative(String text) {
        return Character.isDigit(text.charAt(0)) ? Double.parseDouble(text) : 0.3;
    }

    @Override
    public Reading weigh(List<Turn> turns) {
        return new Reading.Scored(Score.weightedMean(turns, turn -> turn.sentiment().negative(), _ -> 1));
    }

    @Override
    public Optional<String> message(Session session, Decision decision) {
        return Optional.of(session.id() + " to " + decision.level().name());
    }
}
