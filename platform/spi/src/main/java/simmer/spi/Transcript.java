package simmer.spi;

import java.util.List;

/** What the other side knows of what was said in a session. */
public sealed interface Transcript {

    /**
     * What the customer said; nothing of a bot's or an agent's.
     *
     * @param utterances oldest first; empty when nothing was said
     */
    record Said(List<Utterance> utterances) implements Transcript {

        public Said {
            utterances = List.copyOf(utterances);
        }
    }

    /**
     * It could not be read.
     *
     * @param why one sentence for the person who runs the flow; holds no secret
     */
    record Unavailable(String why) implements Transcript {
    }
}
