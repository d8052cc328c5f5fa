package simmer.benchmarks.load.corpus;

import java.util.ArrayList;
import java.util.List;

/** An endless supply of conversations; for use by one thread. No two have the same session. */
@FunctionalInterface
public interface Corpus {

    Conversation next();

    /** Conversations with at least so many webhooks together. */
    default List<Conversation> webhooks(int count) {
        List<Conversation> conversations = new ArrayList<>();
        for (int left = count; left > 0;) {
            Conversation conversation = next();
            conversations.add(conversation);
            left -= conversation.webhooks().size();
        }
        return List.copyOf(conversations);
    }
}
