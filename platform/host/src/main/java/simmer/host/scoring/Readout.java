package simmer.host.scoring;

import java.util.List;

import simmer.spi.Sentiment;

/** What became of reading a conversation's utterances: sentiments, or the {@link Failure} of its newest one. */
public sealed interface Readout permits Readout.Read, Failure {

    /**
     * The newest utterances were read.
     *
     * @param sentiments theirs, oldest first; fewer than were asked for if older ones were left out for want of time
     */
    record Read(List<Sentiment> sentiments) implements Readout {

        public Read {
            sentiments = List.copyOf(sentiments);
        }
    }
}
