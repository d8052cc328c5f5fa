package simmer.host.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import simmer.spi.ModelException;
import simmer.spi.Utterance;

/** Reads conversations' utterances, in time or not at all. For use by any number of threads, virtual ones too. */
sealed interface Reader extends AutoCloseable permits ModelReader, FallbackReader {

    /**
     * Reads utterances of one conversation. Without the newest there is no reading; of those before it, those that could not
     * be read in time are left out, and all that are older than one of them.
     *
     * @param utterances oldest first, at least one
     * @param language the conversation's language tag, empty if nobody said
     * @param until when it must have ended, by {@link System#nanoTime()}
     */
    Readout read(List<Utterance> utterances, String language, long until);

    /**
     * Waits until there is something warm to read with.
     *
     * @throws ModelException if there won't be
     */
    void awaitWarm(Duration within);

    /** How long nothing has been read although something was asked for. */
    Duration silence();

    /** Why the model can't read at present; see {@link simmer.spi.SentimentModel#outage()}. */
    Optional<String> outage();

    /** Whether something else reads while the model can't. */
    boolean hasFallback();

    ReadingFigures figures();

    /** @throws StillReadingException if a read does not end: its model must stay open then */
    @Override
    void close();
}
