package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import simmer.testkit.Turns;

/** How a payload's turns, one letter each, are laid over those remembered. */
final class TimelineTest {

    private static List<RememberedTurn> said(String letters) {
        return Arrays.stream(letters.split("")).filter(letter -> !letter.isEmpty())
                .map(letter -> new RememberedTurn(letter, Turns.sentiment(0.5, 0.5, 0), Set.of())).toList();
    }

    private static Timeline remembered(String letters) {
        return new Timeline(said(letters), 0, letters.length());
    }

    private static String letters(List<RememberedTurn> turns) {
        return turns.stream().map(RememberedTurn::key).collect(Collectors.joining());
    }

    private static String plus(String remembered, String said) {
        return letters(remembered(remembered).plus(said(said)).turns());
    }

    @Test
    void aPayloadWithItsWholeHistoryIsTheTimeline() {
        assertThat(plus("", "a")).isEqualTo("a");
        assertThat(plus("a", "ab")).isEqualTo("ab");
        assertThat(plus("abc", "abcd")).isEqualTo("abcd");
    }

    @Test
    void aPayloadWithoutHistoryIsFilled() {
        assertThat(plus("abc", "d")).isEqualTo("abcd");
        assertThat(plus("abc", "c")).as("said again").isEqualTo("abcc");
    }

    @Test
    void aHistoryCutShortIsFilled() {
        assertThat(plus("abcd", "cde")).isEqualTo("abcde");
        assertThat(plus("aaaa", "aaa")).as("the same again and again").isEqualTo("aaaaa");
    }

    @Test
    void whatTheMemoryLacksThePayloadFills() {
        assertThat(plus("bc", "abcd")).as("from before").isEqualTo("abcd");
        assertThat(plus("ab", "abcd")).as("a webhook was lost").isEqualTo("abcd");
        assertThat(plus("abc", "cde")).as("a webhook was lost and the history is short").isEqualTo("abcde");
    }

    @Test
    void aHistoryThatNothingAgreesWithHoldsAlone() {
        assertThat(plus("abc", "xyz")).isEqualTo("xyz");
        assertThat(plus("abc", "ABCd")).as("the flow writes it in other words").isEqualTo("ABCd");
    }

    @Test
    void anOvertakenWebhookChangesNothing() {
        assertThat(plus("abcd", "abc")).isEqualTo("abcd");
        assertThat(remembered("abcd").plus(said("abc")).total()).isEqualTo(4);
    }

    @Test
    void whatWasSaidBeforeAResetCountsNoMore() {
        Timeline reset = remembered("abc").close();
        assertThat(letters(reset.open())).isEmpty();
        assertThat(letters(reset.plus(said("abcd")).open())).isEqualTo("d");
        assertThat(letters(reset.plus(said("d")).open())).isEqualTo("d");
        assertThat(letters(reset.plus(said("bcd")).plus(said("bcde")).open())).isEqualTo("de");
        assertThat(letters(reset.plus(said("zabcd")).open())).as("older than remembered").isEqualTo("d");
        assertThat(letters(reset.plus(said("ABCd")).open())).as("in other words").isEqualTo("d");
    }

    @Test
    void theOldestAreForgottenFirst() {
        Timeline newest = new Timeline(said("abcde"), 3, 5).newest(4);
        assertThat(letters(newest.turns())).isEqualTo("bcde");
        assertThat(newest.closed()).isEqualTo(2);
        assertThat(letters(newest.newest(1).open())).isEqualTo("e");
        assertThat(newest.total()).isEqualTo(5);
    }

    @Test
    void anEarlierMomentIsFoundAgain() {
        Timeline timeline = remembered("abcde").newest(3);
        assertThat(letters(timeline.when(4).turns())).isEqualTo("cd");
        assertThat(letters(timeline.when(5).turns())).isEqualTo("cde");
        assertThat(letters(timeline.when(1).turns())).isEmpty();
    }

    @Test
    void webhooksWithAnyPartOfTheHistoryGrowTheSameTimeline() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 500; run++) {
            StringBuilder all = new StringBuilder();
            Timeline timeline = Timeline.EMPTY;
            for (int turn = 0; turn < 26; turn++) {
                all.append((char) ('a' + turn));
                String payload = all.substring(random.nextInt(all.length()));
                timeline = timeline.plus(said(payload)).newest(40);
                assertThat(letters(timeline.turns())).as("seed %s", seed).isEqualTo(all.toString());
                assertThat(timeline.total()).isEqualTo(all.length());
            }
        }
    }
}
