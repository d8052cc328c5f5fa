package simmer.host.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import simmer.host.decision.Reading;
import simmer.host.decision.RuleHit;
import simmer.spi.Conversation;
import simmer.spi.Decision;
import simmer.spi.Sentiment;
import simmer.spi.Session;
import simmer.spi.Sign;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/** What the other rooms know to do with one webhook's conversation; a failure of theirs is a result, never an exception. */
public interface Judge {

    /** What the newest turn shows beside its score. */
    record Findings(List<RuleHit> rules, Set<Sign> signs) {

        /** Nothing. */
        public static final Findings NONE = new Findings(List.of(), Set.of());

        public Findings {
            rules = List.copyOf(rules);
            signs = Set.copyOf(signs);
        }
    }

    /** Utterances that were read, or why they were not. */
    sealed interface Reads {

        /** One sentiment for each of the newest utterances, in order; the older ones were left out. */
        record Done(List<Sentiment> sentiments) implements Reads {
        }

        /** The newest could not be read. */
        record Failed(Reading.Missing why) implements Reads {
        }
    }

    /**
     * What the customer said before, oldest first, as the other side remembers it; nothing if it can't tell or need not.
     * Called once at most, at a session's first webhook, if its payload says something but not what was said before.
     */
    List<Utterance> earlier(Session session);

    /**
     * Looks for hard rules and signs in the newest turn. Pure and quick: called again when another replica was faster, and
     * not at all if the turn came before.
     *
     * @param conversation what came, in the language that was named last
     */
    Findings look(Conversation conversation);

    /**
     * Has a model read what is not known yet. Called once at most, outside any transaction; other webhooks of the session
     * are read at the same time.
     *
     * @param unread some of the conversation's utterances, at least one
     */
    Reads read(Conversation conversation, List<Utterance> unread);

    /** Weighs turns, at least one. Pure and quick: called again when another replica was faster. */
    Reading weigh(List<Turn> turns);

    /**
     * What is to be delivered, as the outbox keeps it; pure and quick likewise. Empty if nothing ever is, because whoever
     * asks reads the decision in the answer: then a level holds as soon as it is decided.
     */
    Optional<String> message(Session session, Decision decision);
}
