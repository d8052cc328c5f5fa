package simmer.router.cognigy.dialect;

import java.util.function.Function;

import simmer.router.cognigy.wire.PathSegment;
import simmer.spi.Session;

/** The session's place in a path. */
final class SessionPath {

    private SessionPath() {
    }

    /** @param message made with the escaped id */
    static Message in(Session session, Function<String, Message> message) {
        return PathSegment.escape(session.id()).map(message)
                .orElse(new Message.Unsayable("The session's id is not valid Unicode: no path can address it."));
    }
}
