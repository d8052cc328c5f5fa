package simmer.host.scoring;

import java.util.List;
import java.util.Optional;

import simmer.spi.Sentiment;

/** What became of reading a conversation's utterances: sentiments, or the {@link Failure} of its newest one. */
public sealed interface Readout permits Readout.Read, Failure {

    /**
     * The newest utterances were read.
     *
     * @param sentiments theirs, oldest first; fewer than were asked for if older ones were left out for want of time
     * @param instead why the model could not, if its fallback has read them
     */
    record Read(List<Sentiment> sentiments, Optional<Failure> instead) implements Readout {

        public Read {
            sentiments = List.copyOf(sentiments);
        }

        /** Read by the model itself. */
        Read(List<Sentiment> sentiments) {
            this(sentiments, Optional.empty());
        }

        /** The same, read by the fallback. */
        Read insteadOf(Failure failure) {
            return new Read(sentiments, Optional.of(failure));
        }
    }
}
