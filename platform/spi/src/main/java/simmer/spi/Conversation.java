package simmer.spi;

import java.util.List;

/**
 * What a webhook brought: a session, and what its customer has said so far.
 *
 * @param session whose conversation it is
 * @param utterances oldest first; empty when nothing was said
 */
public record Conversation(Session session, List<Utterance> utterances) {

    public Conversation {
        utterances = List.copyOf(utterances);
    }
}
