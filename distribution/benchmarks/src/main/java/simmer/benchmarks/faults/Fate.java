package simmer.benchmarks.faults;

import java.util.random.RandomGenerator;

/**
 * What the stand-in does with a call.
 *
 * @param reply what its caller sees
 * @param applied whether the session is moved; a caller that got no good answer can't know
 */
record Fate(Reply reply, boolean applied) {

    /** What a caller sees. */
    enum Reply {
        /** 200 with JSON. */
        GOOD,
        /** 429, now and then with {@code Retry-After: 1}. */
        TOO_MANY,
        /** 500. */
        BROKEN,
        /** The connection ends without an answer. */
        CUT,
        /** Silence for longer than anybody waits, then the connection ends. */
        SILENT,
        /** 200 with a page of HTML. */
        RUBBISH
    }

    private static final double FAULTY = 1 / 3.0;
    private static final Reply[] FAULTS = {Reply.TOO_MANY, Reply.BROKEN, Reply.CUT, Reply.SILENT, Reply.RUBBISH};

    static final Fate KIND = new Fate(Reply.GOOD, true);

    static Fate draw(RandomGenerator random) {
        if (random.nextDouble() >= FAULTY) {
            return KIND;
        }
        Reply reply = FAULTS[random.nextInt(FAULTS.length)];
        return new Fate(reply, reply != Reply.TOO_MANY && random.nextBoolean());
    }
}
