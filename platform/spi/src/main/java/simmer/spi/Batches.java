package simmer.spi;

import java.time.Duration;

/**
 * How a model likes utterances together. The host forms batches of what waits anyway, of near lengths, and only while much
 * waits; it never exceeds these bounds.
 *
 * @param rows most utterances in one call, 1 or more
 * @param tokens most tokens in one call, the padding of shorter rows included, 1 or more; a longer utterance goes alone
 * @param linger how long a thread may wait for a batch to fill, 0 or more: zero on a CPU, where waiting never pays
 */
public record Batches(int rows, int tokens, Duration linger) {

    /** @throws IllegalArgumentException if a number is under 1, or the linger negative */
    public Batches {
        if (rows < 1 || tokens < 1) {
            throw new IllegalArgumentException("a batch's rows and tokens are 1 or more");
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("a linger is 0 or more");
        }
    }

    /** One utterance in each call. */
    public static Batches ofOne() {
        return new Batches(1, Integer.MAX_VALUE, Duration.ZERO);
    }
}
