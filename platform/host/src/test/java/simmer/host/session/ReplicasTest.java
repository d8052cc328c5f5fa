package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.host.fixture.MemorySessions;
import simmer.spi.Utterance;

/** Several processes on one store, and several webhooks at once in one. */
final class ReplicasTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int TURNS = 30;

    private final MemorySessions sessions = new MemorySessions();

    private static Conversations replica(MemorySessions store) {
        return new Conversations(store, ConversationsTest.POLICY, ConversationsTest.MEMORY,
                new TurnKeys("a secret of some length", "numbers"));
    }

    private static List<Conversations> replicas(MemorySessions store) {
        return IntStream.range(0, 3).mapToObj(_ -> replica(store)).toList();
    }

    private static Step turn(Conversations conversations, String session, List<String> said, int turn, int from) {
        String[] payload = said.subList(from, turn + 1).toArray(String[]::new);
        return conversations.step(ConversationsTest.incoming(session, "input-" + turn, payload), new NumbersJudge(),
                START.plusSeconds(turn), ConversationsTest.AMPLE);
    }

    @Test
    void threeReplicasAnswerAsOne() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 20; run++) {
            MemorySessions alone = new MemorySessions();
            MemorySessions shared = new MemorySessions();
            Conversations one = replica(alone);
            List<Conversations> three = replicas(shared);
            List<String> said = random.doubles(TURNS).mapToObj(Double::toString).toList();
            for (int turn = 0; turn < TURNS; turn++) {
                int from = random.nextInt(turn + 1);
                Step expected = turn(one, "s", said, turn, from);
                Step actual = turn(three.get(turn % 3), "s", said, turn, from);
                assertThat(actual.decision()).as("seed %s, run %s, turn %s", seed, run, turn).isEqualTo(expected.decision());
            }
            assertThat(shared.messages()).hasSameSizeAs(alone.messages());
        }
    }

    @Test
    void theSameTurnAtAllReplicasAtOnceIsDeliveredOnce() throws Exception {
        List<Conversations> three = replicas(sessions);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String session = "s-" + i;
                List<Future<Step>> steps = three.stream()
                        .map(replica -> threads.submit(() -> turn(replica, session, List.of("0.9"), 0, 0))).toList();
                List<Step> answers = new ArrayList<>();
                for (Future<Step> step : steps) {
                    answers.add(step.get());
                }
                assertThat(answers).extracting(Step::decision).containsOnly(answers.getFirst().decision());
                assertThat(answers).filteredOn(answer -> answer instanceof Step.Kept kept && !kept.repeated()).hasSize(1);
            }
        }
        assertThat(sessions.messages()).hasSize(100);
    }

    @Test
    void noTurnIsLostThoughAllReplicasWriteAtOnce() throws Exception {
        List<Conversations> three = replicas(sessions);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Step>> steps = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> three.get(i % 3).step(
                            ConversationsTest.incoming("s", "input-" + i, "0.1" + i), new NumbersJudge(), START,
                            ConversationsTest.AMPLE)))
                    .toList();
            List<Integer> turns = new ArrayList<>();
            for (Future<Step> step : steps) {
                assertThat(step.get()).isInstanceOf(Step.Kept.class);
                turns.add(step.get().decision().score().turns().size());
            }
            assertThat(turns).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        }
    }

    @Test
    void webhooksOfOneSessionAreReadAtTheSameTimeAndDecidedInOrder() throws Exception {
        Conversations conversations = replica(sessions);
        CountDownLatch firstReads = new CountDownLatch(1);
        CountDownLatch secondReads = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Step> first = threads.submit(() -> conversations.step(ConversationsTest.incoming("s", "1", "0.2"),
                    waiting(firstReads, secondReads), START, ConversationsTest.AMPLE));
            assertThat(firstReads.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Step> second = threads.submit(() -> conversations.step(ConversationsTest.incoming("s", "2", "0.4"),
                    waiting(secondReads, secondReads), START, ConversationsTest.AMPLE));
            assertThat(first.get().decision().score().turns()).hasSize(1);
            assertThat(second.get().decision().score().turns()).extracting(turn -> turn.turn().utterance())
                    .containsExactly(Utterance.remembered(), new Utterance("0.4"));
        }
    }

    /** Says that it reads, and goes on once the other does: under a lock held while reading it never would. */
    private static Judge waiting(CountDownLatch reads, CountDownLatch other) {
        return new NumbersJudge(() -> {
            reads.countDown();
            try {
                assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
