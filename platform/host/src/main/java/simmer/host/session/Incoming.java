package simmer.host.session;

import simmer.spi.Conversation;

/**
 * A webhook's conversation, and what tells its newest turn from others.
 *
 * @param conversation what came; the newest utterance is the turn that the webhook is about
 * @param inputId Cognigy's id of the turn, empty if the payload has none
 * @param traceId Cognigy's id of the turn's trace, empty if the payload has none
 * @param place how many turns stood in the payload's history, before the newest was added to it
 */
public record Incoming(Conversation conversation, String inputId, String traceId, int place) {

    String sessionId() {
        return conversation.session().id();
    }
}
