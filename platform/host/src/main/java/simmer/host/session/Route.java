package simmer.host.session;

import java.util.Optional;

/**
 * What Cognigy knows of a session.
 *
 * @param holds the name of the level that was delivered last
 * @param delivered the id of the message that did it, if one did
 * @param pending the message in the outbox, if one is
 * @param givenUp the id of the message that was given up last, unless one was delivered since
 */
record Route(String holds, Optional<String> delivered, Optional<Pending> pending, Optional<String> givenUp) {

    /** A message in the outbox. */
    record Pending(String messageId, String level) {
    }

    static Route start(String lowest) {
        return new Route(lowest, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether Cognigy will be on a level once all is delivered. */
    boolean leadsTo(String level) {
        return pending.map(Pending::level).orElse(holds).equals(level);
    }

    /** With a newer message: it supersedes the one in the outbox. */
    Route sending(String messageId, String level) {
        return new Route(holds, delivered, Optional.of(new Pending(messageId, level)), givenUp);
    }

    /** Where nothing is ever sent, a level holds as soon as it is decided. */
    Route holding(String level) {
        return new Route(level, delivered, Optional.empty(), givenUp);
    }

    Route delivered(String messageId, String level) {
        return new Route(level, Optional.of(messageId), without(messageId), Optional.empty());
    }

    Route givenUp(String messageId) {
        return new Route(holds, delivered, without(messageId), Optional.of(messageId));
    }

    private Optional<Pending> without(String messageId) {
        return pending.filter(waiting -> !waiting.messageId().equals(messageId));
    }

    Sending sending(String messageId) {
        if (pending.filter(waiting -> waiting.messageId().equals(messageId)).isPresent()) {
            return new Sending.Queued(messageId);
        }
        if (givenUp.filter(messageId::equals).isPresent()) {
            return new Sending.GivenUp(messageId);
        }
        return delivered.filter(messageId::equals).isPresent() ? new Sending.Delivered(messageId) : new Sending.Nothing();
    }
}
