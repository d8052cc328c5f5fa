package simmer.host.session;

import java.util.ArrayList;
import java.util.List;

import simmer.spi.Conversation;
import simmer.spi.Utterance;

/**
 * A webhook's conversation, and what tells its newest turn from others.
 *
 * @param conversation what came; the newest utterance is the turn that the webhook is about
 * @param inputId Cognigy's id of the turn, empty if the payload has none
 * @param traceId Cognigy's id of the turn's trace, empty if the payload has none
 * @param place how many turns stood in the payload's history, before the newest was added to it
 * @param historyBrought whether the payload told what was said before; an empty history says that nothing was
 */
public record Incoming(Conversation conversation, String inputId, String traceId, int place, boolean historyBrought) {

    /** A webhook whose payload told what was said before. */
    public Incoming(Conversation conversation, String inputId, String traceId, int place) {
        this(conversation, inputId, traceId, place, true);
    }

    /**
     * The same with what was said before it, as somebody else remembers it: that may end with this very turn.
     *
     * @param earlier oldest first
     * @param most how many of the newest turns are kept
     */
    Incoming after(List<Utterance> earlier, int most) {
        List<Utterance> own = conversation.utterances();
        boolean holdsIt = !earlier.isEmpty() && !own.isEmpty() && earlier.getLast().equals(own.getFirst());
        List<Utterance> all = new ArrayList<>(holdsIt ? earlier.subList(0, earlier.size() - 1) : earlier);
        all.addAll(own);
        return new Incoming(
                new Conversation(conversation.session(), all.subList(Math.max(0, all.size() - most), all.size())),
                inputId, traceId, place, true);
    }

    String sessionId() {
        return conversation.session().id();
    }
}
