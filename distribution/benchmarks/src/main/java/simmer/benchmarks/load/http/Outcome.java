package simmer.benchmarks.load.http;

/** What became of a webhook. */
public enum Outcome {

    /** 200, with a score and nothing left undone. */
    GOOD,
    /** Answered, but without a score: Simmer had no time for one, and said so. */
    DEGRADED,
    /** Another status, an error told in the answer, or no answer. */
    FAILED
}
