package simmer.model.djl;

import java.time.Duration;
import java.util.List;

/**
 * How an engine wants its batches, beside their size. A GPU likes few shapes and full batches; a CPU has no wishes.
 *
 * @param linger how long a thread may wait for a batch to fill, 0 to 100 ms
 * @param widths the widths that batches are filled up to, in tokens, from small to large; a longer one keeps its own
 */
public record BatchWishes(Duration linger, List<Integer> widths) {

    public BatchWishes {
        widths = List.copyOf(widths);
    }

    public static BatchWishes none() {
        return new BatchWishes(Duration.ZERO, List.of());
    }

    /** The width of a batch whose longest row has so many tokens. */
    int width(int longest) {
        return widths.stream().filter(width -> width >= longest).findFirst().orElse(longest);
    }
}
