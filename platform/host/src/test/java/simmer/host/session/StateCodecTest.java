package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;

import simmer.host.decision.PolicyState;
import simmer.spi.Sign;
import simmer.spi.Turn;
import simmer.testkit.Turns;

final class StateCodecTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_772_366_400_123L);
    private static final PolicyState POLICY = new PolicyState("supervisor", NOW, true,
            Optional.of(new PolicyState.Left("manager", NOW.minusMillis(5))), NOW);
    private static final SessionState FULL = new SessionState(POLICY,
            new Route("standard", Optional.of("m-1"), Optional.of(new Route.Pending("m-2", "supervisor")),
                    Optional.of("m-0")),
            new Timeline(List.of(new RememberedTurn("k1", Turns.sentiment(0.25, 0.5, 0.25), Set.of()),
                    new RememberedTurn("k2", Turns.sentiment(1, 0, 0), Set.of(Sign.REPEAT, Sign.NON_ANSWER))), 1, 7),
            List.of(new Answer("t1", NOW, 7, "supervisor", Optional.of(0.1 + 0.2), "a \"reason\"", "sign",
                    Optional.of("m-2")),
                    new Answer("t2", NOW, 7, "manager", Optional.empty(), "rule x raises to manager", "x",
                            Optional.empty())),
            "de-AT");

    private final StateCodec codec = new StateCodec("key-1");

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(codec.read(codec.write(FULL))).contains(FULL);
        SessionState bare = new SessionState(new PolicyState("standard", NOW, false, Optional.empty(), NOW),
                Route.start("standard"), Timeline.EMPTY, List.of(), "");
        assertThat(codec.read(codec.write(bare))).contains(bare);
    }

    @Test
    void theFormStays() {
        assertThat(codec.write(FULL)).isEqualTo("{\"v\":1,\"key\":\"key-1\",\"policy\":{\"level\":\"supervisor\","
                + "\"since\":1772366400123,\"handedOver\":true,\"lastTurn\":1772366400123,\"left\":\"manager\","
                + "\"leftAt\":1772366400118},\"route\":{\"holds\":\"standard\",\"delivered\":\"m-1\",\"givenUp\":\"m-0\",\"pending\":\"m-2\","
                + "\"to\":\"supervisor\"},\"closed\":1,\"total\":7,\"turns\":[[\"k1\",250000,250000,8,\"\"],"
                + "[\"k2\",1000000,0,8,\"nr\"]],\"answers\":[{\"turn\":\"t1\",\"at\":1772366400123,\"turns\":7,"
                + "\"level\":\"supervisor\",\"reason\":\"a \\\"reason\\\"\",\"code\":\"sign\",\"score\":0.30000000000000004,"
                + "\"message\":\"m-2\"},{\"turn\":\"t2\",\"at\":1772366400123,\"turns\":7,\"level\":\"manager\","
                + "\"reason\":\"rule x raises to manager\",\"code\":\"x\"}],\"language\":\"de-AT\"}");
    }

    @Test
    void whatCantBeReadCountsAsNothing() {
        String good = codec.write(FULL);
        for (String bad : List.of("", "rubbish", "[]", "{}", good.replace("\"v\":1", "\"v\":2"),
                good.replace("\"v\":1,", ""),
                good.replace("\"handedOver\":true", "\"handedOver\":1"), good.replace("250000,250000", "900000,250000"),
                good.replace("[\"k1\",", "[7,"), good.replace(",8,\"\"]", "]"), good.substring(0, good.length() - 9))) {
            assertThat(codec.read(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void turnsToldByAnotherKeyAreLeftOut() {
        SessionState read = new StateCodec("key-2").read(codec.write(FULL)).orElseThrow();
        assertThat(read.timeline()).isEqualTo(Timeline.EMPTY);
        assertThat(read.answers()).isEmpty();
        assertThat(read.policy()).isEqualTo(POLICY);
        assertThat(read.route()).isEqualTo(FULL.route());
    }

    @Test
    void aThousandTurnsFitAndTooManyLoseTheOldest() {
        RememberedTurn turn = new RememberedTurn("123456789012", Turns.sentiment(0.123456, 0.654321, 0.222223), Set.of());
        for (int turns : new int[]{1_000, 5_000}) {
            SessionState state = new SessionState(POLICY, FULL.route(),
                    new Timeline(Collections.nCopies(turns, turn), 0, turns), FULL.answers(), "");
            String text = codec.write(state);
            assertThat(text.length()).isLessThanOrEqualTo(65_536);
            SessionState read = codec.read(text).orElseThrow();
            assertThat(read.timeline().turns()).hasSize(turns == 1_000 ? 1_000 : 1_250);
            assertThat(read.timeline().total()).isEqualTo(turns);
        }
    }

    @Test
    void aTurnIsScoredAsItIsKept() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (Turn turn : Turns.random(random, 2_000)) {
            RememberedTurn heard = new RememberedTurn("k", turn.sentiment(), Set.of());
            SessionState state = new SessionState(POLICY, FULL.route(), new Timeline(List.of(heard), 0, 1), List.of(), "");
            assertThat(codec.read(codec.write(state)).orElseThrow().timeline().turns()).as("seed %s", seed)
                    .containsExactly(heard);
        }
    }
}
