package simmer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** What {@link SentimentModel} promises. A model's test extends this and hands over a model that is ready. */
public abstract class ModelContract {

    private static final int THREADS = 4;

    private static final List<String> EVERYDAY = List.of("where is my parcel", "This is the third time I ask!!!",
            "ok", "thank you so much, that solved it", "I was charged twice and nobody answers my mails, refund me now",
            "my order number is 4711-0815", "can I change the delivery address?", "useless bot");

    /** The model to check; the same one at every call. Whoever made it closes it. */
    protected abstract SentimentModel model();

    /**
     * How far a probability may lie from what the same utterance gets alone, when it is read in a batch. Quantised
     * models scale a whole batch at once, so theirs is wider.
     */
    protected abstract double batchTolerance();

    /** What nobody would call friendly, in a language that the model reads. */
    protected String clearlyNegative() {
        return "This is the worst service ever, I am furious and I hate it";
    }

    /** What nobody would call unfriendly, in the same language. */
    protected String clearlyPositive() {
        return "Thank you so much, this is wonderful, I love it";
    }

    @Test
    public final void theTraitsNeverChange() {
        ModelTraits before = model().traits();
        model().read(utterances("where is my parcel"));
        assertThat(model().traits()).isEqualTo(before);
    }

    @Test
    public final void whatIsClearlyNegativeReadsMoreNegativeThanWhatIsClearlyPositive() {
        Sentiment furious = alone(clearlyNegative());
        Sentiment grateful = alone(clearlyPositive());
        assertThat(furious.negative()).isGreaterThan(grateful.negative());
        assertThat(furious.positive()).isLessThan(grateful.positive());
    }

    @Test
    public final void everySizeOfBatchIsAnsweredInItsOrder() {
        for (int size = 1; size <= model().traits().maxBatch(); size++) {
            List<String> texts = Stream.iterate(0, i -> i + 1).limit(size)
                    .map(i -> EVERYDAY.get(i % EVERYDAY.size())).toList();
            assertLikeAlone(texts);
        }
    }

    @Test
    public final void aBatchOfLongAndShortIsReadLikeEachAlone() {
        if (model().traits().maxBatch() > 1) {
            assertLikeAlone(List.of("ok", endless(clearlyNegative())));
            assertLikeAlone(List.of(endless(clearlyNegative()), "ok"));
        }
    }

    @Test
    public final void theSameTextReadsTheSameTwice() {
        assertThat(alone(clearlyNegative())).isEqualTo(alone(clearlyNegative()));
    }

    @Test
    public final void textOverTheLimitIsCutAtItsEnd() {
        int maxTokens = model().traits().maxTokens();
        String start = endless(clearlyNegative());
        Sentiment cut = alone(start);
        assertThat(cut.tokens()).isBetween(2, maxTokens);
        assertThat(alone(start + " " + clearlyPositive())).isEqualTo(cut);
    }

    @Test
    public final void moreWordsAreMoreTokens() {
        assertThat(alone("where is it").tokens()).isBetween(2, alone("where is it, I would like to know").tokens() - 1);
    }

    @Test
    public final void hostileTextIsReadLikeAnyOther() {
        Sentiment before = alone(clearlyNegative());
        for (String text : hostile()) {
            Sentiment sentiment = alone(text);
            assertThat(sentiment.tokens()).as("tokens of %s", shown(text))
                    .isBetween(1, model().traits().maxTokens());
        }
        assertThat(alone(clearlyNegative())).as("an ordinary text afterwards").isEqualTo(before);
    }

    @Test
    public final void severalThreadsAtOnceReadTheSame() {
        List<Sentiment> expected = EVERYDAY.stream().map(this::alone).toList();
        AtOnce.onThreads(THREADS, thread -> {
            for (int i = 0; i < EVERYDAY.size() * 4; i++) {
                int text = (i + thread) % EVERYDAY.size();
                assertThat(alone(EVERYDAY.get(text))).as(EVERYDAY.get(text)).isEqualTo(expected.get(text));
            }
        });
    }

    private static List<String> hostile() {
        return List.of("\uD83D\uDE21\uD83D\uDE21\uD83D\uDE21", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "half an emoji \uD83D", "\uDE21 the other half", "\uD83D\uD83D\uDE21\uDE21", "\u0000", "a\u0000b",
                "\u0001\u0002\u001B[31m\u007F",
                "\u0645\u0631\u062D\u0628\u0627 \u0623\u064A\u0646 \u0637\u0644\u0628\u064A",
                "\u202Edesrever\u202C", "\uFEFF\u200B\u00A0", "e\u0301\u0301\u0301\u0301", "?!?!?!...,,,;;;---(((",
                "\"',<>&{}",
                "[CLS] [SEP] <s> </s> [MASK]", "x".repeat(60_000), "\uD83D\uDE21".repeat(15_000), "!".repeat(60_000),
                "a ".repeat(30_000), "\u6211\u5F88\u751F\u6C14".repeat(5_000));
    }

    private void assertLikeAlone(List<String> texts) {
        List<Sentiment> together = model().read(texts.stream().map(Utterance::new).toList());
        assertThat(together).hasSameSizeAs(texts);
        IntStream.range(0, texts.size()).forEach(i -> {
            Sentiment alone = alone(texts.get(i));
            Sentiment inBatch = together.get(i);
            String what = shown(texts.get(i)) + ", " + i + " of " + texts.size();
            assertThat(inBatch.negative()).as(what).isEqualTo(alone.negative(), within(batchTolerance()));
            assertThat(inBatch.neutral()).as(what).isEqualTo(alone.neutral(), within(batchTolerance()));
            assertThat(inBatch.positive()).as(what).isEqualTo(alone.positive(), within(batchTolerance()));
            assertThat(inBatch.tokens()).as(what).isEqualTo(alone.tokens());
        });
    }

    /** More words than the model takes tokens. */
    private String endless(String text) {
        return (text + " ").repeat(model().traits().maxTokens());
    }

    private Sentiment alone(String text) {
        List<Sentiment> read = model().read(utterances(text));
        assertThat(read).as(shown(text)).hasSize(1);
        return read.getFirst();
    }

    private static List<Utterance> utterances(String text) {
        return List.of(new Utterance(text));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? "'" + text + "'" : "'" + text.substring(0, 40) + "…' (" + text.length() + ")";
    }
}
