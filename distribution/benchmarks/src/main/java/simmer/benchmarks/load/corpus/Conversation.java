package simmer.benchmarks.load.corpus;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One session from its first turn to its last.
 *
 * @param utterances what the customer says, oldest first
 * @param webhooks one for each utterance, each with all that went before as its history
 */
public record Conversation(List<String> utterances, List<Webhook> webhooks) {

    /** The last webhook again and again: what stands in it has all been said before. */
    public Conversation lastRepeated(int times) {
        return new Conversation(utterances, Collections.nCopies(times, webhooks.getLast()));
    }

    /** @param utterances at least one */
    static Conversation of(String session, List<String> utterances) {
        List<String> said = List.copyOf(utterances);
        return new Conversation(said, IntStream.range(0, said.size())
                .mapToObj(turn -> Webhook.of(session, said.subList(0, turn), said.get(turn)))
                .toList());
    }
}
