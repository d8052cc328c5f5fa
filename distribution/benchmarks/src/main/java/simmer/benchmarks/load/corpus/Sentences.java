package simmer.benchmarks.load.corpus;

import java.util.List;
import java.util.Random;

/**
 * What a customer could say, 13 to 20 tokens of the embedded model, calm and angry mixed. Each sentence bears a reference
 * that no other of the same name bears.
 */
final class Sentences {

    private static final List<String> OPENERS = List.of("hello, ", "hi there, ", "sorry, ", "listen, ", "again: ", "",
            "thanks, but ", "ok so ", "please help, ", "honestly, ");
    private static final List<String> SUBJECTS = List.of("my order", "the parcel", "the invoice", "my booking", "the ticket",
            "my refund", "the replacement", "my contract", "the repair", "the voucher");
    private static final List<String> PROBLEMS = List.of("has still not arrived", "was charged to me twice",
            "came with a broken screen", "is exactly what I wanted", "shows the wrong address",
            "was cancelled without a word",
            "has been on hold since Monday", "should be moved to next week", "arrived a day early",
            "does not open in your app");
    private static final List<String> CLOSERS = List.of("can you check it?", "this is ridiculous!", "what happens next?",
            "I have had enough.", "no hurry.", "nobody answers me.", "thank you so much.", "I want my money back.",
            "could someone call me?", "how long will it take?");
    private static final int REFERENCES = 1_000_000;
    /** Prime to the number of references, so that each comes once before any comes again. */
    private static final int STRIDE = 618_033;

    private final Random random;
    private long reference;

    Sentences(String name) {
        random = new Random(name.hashCode());
        reference = random.nextInt(REFERENCES);
    }

    String next() {
        reference = (reference + STRIDE) % REFERENCES;
        return "%s%s %06d %s, %s".formatted(any(OPENERS), any(SUBJECTS), reference, any(PROBLEMS), any(CLOSERS));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
