package simmer.host.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import simmer.host.decision.Reading;
import simmer.spi.Conversation;
import simmer.spi.Sentiment;
import simmer.spi.Session;
import simmer.spi.Sign;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * What one webhook says, read: all that needs a model is done, and nothing here depends on what is remembered of the
 * session, so it holds when another replica was faster.
 *
 * @param incoming what came, in the language named last
 * @param identity what its newest turn is known by, if by anything
 * @param turns its turns, oldest first, from the oldest on that could be read in time; none if the newest could not
 * @param unread why they could not be read, if so
 */
record Heard(Incoming incoming, Optional<TurnIdentity> identity, List<RememberedTurn> turns,
        Optional<Reading.Missing> unread) {

    /**
     * Reads what is not known yet.
     *
     * @param earlier what was said before the payload begins, oldest first
     * @param maxTurns how many of the newest turns are kept if there is something earlier
     * @param known what is remembered of the session; spares the model what it has read before
     */
    static Heard of(Incoming incoming, List<Utterance> earlier, int maxTurns, SessionState known, TurnKeys.OfSession keys,
            Judge judge) {
        Incoming own = inLanguage(incoming, known.language());
        Incoming spoken = earlier.isEmpty() ? own : own.after(earlier, maxTurns);
        List<Utterance> utterances = spoken.conversation().utterances();
        List<String> turnKeys = utterances.stream().map(utterance -> keys.key(utterance.text())).toList();
        // By what the payload brought alone: when it comes again, the rest is not asked for.
        Optional<TurnIdentity> identity = TurnIdentity.of(own,
                turnKeys.subList(turnKeys.size() - own.conversation().utterances().size(), turnKeys.size()), keys);
        Map<String, RememberedTurn> read = known.timeline().byKey();
        List<Utterance> unread = IntStream.range(0, utterances.size())
                .filter(i -> !read.containsKey(turnKeys.get(i))).mapToObj(utterances::get).toList();
        Judge.Reads reads = unread.isEmpty() ? new Judge.Reads.Done(List.of()) : judge.read(spoken.conversation(), unread);
        return switch (reads) {
            case Judge.Reads.Failed(Reading.Missing why) ->
                new Heard(spoken, identity, List.of(), Optional.of(why));
            case Judge.Reads.Done(List<Sentiment> sentiments) -> new Heard(spoken, identity,
                    turns(turnKeys, read, sentiments), Optional.empty());
        };
    }

    private static Incoming inLanguage(Incoming incoming, String language) {
        Session session = incoming.conversation().session();
        return session.language().isEmpty() && !language.isEmpty()
                ? new Incoming(new Conversation(new Session(session.id(), session.platform(), language, session.userId()),
                        incoming.conversation().utterances()), incoming.inputId(), incoming.traceId(), incoming.place(),
                        incoming.historyBrought())
                : incoming;
    }

    /** Oldest first, from the first on after which all could be read. */
    private static List<RememberedTurn> turns(List<String> keys, Map<String, RememberedTurn> known, List<Sentiment> read) {
        Deque<Sentiment> fresh = new ArrayDeque<>(read);
        List<RememberedTurn> newestFirst = new ArrayList<>(keys.size());
        for (String key : keys.reversed()) {
            Optional<RememberedTurn> turn = Optional.ofNullable(known.get(key)).map(one -> one.with(Set.of()))
                    .or(() -> Optional.ofNullable(fresh.pollLast())
                            .map(sentiment -> new RememberedTurn(key, sentiment, Set.of())));
            if (turn.isEmpty()) {
                break;
            }
            newestFirst.add(turn.get());
        }
        return newestFirst.reversed();
    }

    /** The turns, the newest with what else shows in it. */
    List<RememberedTurn> turnsWith(Set<Sign> signs) {
        if (signs.isEmpty()) {
            return turns;
        }
        List<RememberedTurn> signed = new ArrayList<>(turns);
        signed.add(signed.removeLast().with(signs));
        return signed;
    }

    /**
     * Turns with their words, where the payload brought them: it holds the newest ones.
     *
     * @param remembered oldest first
     */
    List<Turn> worded(List<RememberedTurn> remembered) {
        List<Utterance> utterances = incoming.conversation().utterances();
        List<Turn> worded = new ArrayList<>(remembered.size());
        int unread = utterances.size() - turns.size();
        int offset = turns.size() - remembered.size();
        for (int i = 0; i < remembered.size(); i++) {
            boolean known = !turns.isEmpty() && i + offset >= 0
                    && turns.get(i + offset).key().equals(remembered.get(i).key());
            worded.add(remembered.get(i).turn(known ? utterances.get(i + offset + unread) : Utterance.remembered()));
        }
        return worded;
    }

    /** The session, in the language named last. */
    Session session() {
        return incoming.conversation().session();
    }

    boolean saidNothing() {
        return incoming.conversation().utterances().isEmpty();
    }
}
