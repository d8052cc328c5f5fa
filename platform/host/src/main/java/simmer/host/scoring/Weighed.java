package simmer.host.scoring;

import simmer.spi.Score;

/** What became of weighing a conversation's turns: a score, or the {@link Failure} of the strategy. */
public sealed interface Weighed permits Weighed.Scored, Failure {

    /** The turns have a score. */
    record Scored(Score score) implements Weighed {
    }
}
