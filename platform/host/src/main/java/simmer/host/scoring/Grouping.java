package simmer.host.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import simmer.spi.Batches;

/** Chooses who is read together: those of nearly the same length, since shorter rows are padded to the longest. */
final class Grouping {

    /** Measured on a CPU: beyond a fifth of padding a batch loses to single reads. */
    private static final double MOST_PADDING = 0.2;
    /** How far down the queue to look, so that choosing stays cheap. */
    private static final int LOOK_AT = 128;

    private Grouping() {
    }

    /**
     * Chooses.
     *
     * @param first who goes in any case
     * @param others who else waits
     * @return the first, and those that go with it within the batch's bounds
     */
    static List<Waiting> near(Waiting first, Collection<Waiting> others, Batches batches) {
        List<Waiting> nearest = others.stream().limit(LOOK_AT)
                .sorted(Comparator.comparingInt(other -> Math.abs(other.tokens() - first.tokens()))).toList();
        List<Waiting> group = new ArrayList<>(batches.rows());
        group.add(first);
        int longest = first.tokens();
        int sum = first.tokens();
        for (Waiting next : nearest) {
            longest = Math.max(longest, next.tokens());
            sum += next.tokens();
            int padded = longest * (group.size() + 1);
            if (group.size() == batches.rows() || padded > batches.tokens() || padded - sum > MOST_PADDING * padded) {
                break;
            }
            group.add(next);
        }
        return group;
    }
}
