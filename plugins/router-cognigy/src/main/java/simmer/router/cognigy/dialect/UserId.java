package simmer.router.cognigy.dialect;

import java.util.function.Function;

import simmer.router.cognigy.wire.PathSegment;
import simmer.spi.Session;

/** The user of a session, without whom Cognigy's own calls can't be made. */
final class UserId {

    private UserId() {
    }

    /** @param message made with the session's escaped id, if session and user can both be named */
    static Message with(Session session, String dialect, Function<String, Message> message) {
        if (session.userId().isBlank()) {
            return new Message.Unsayable(
                    "The dialect " + dialect + " needs the user's id, and the payload has none: send it as"
                            + " \"userId\" beside the session.");
        }
        if (PathSegment.escape(session.userId()).isEmpty()) {
            return new Message.Unsayable("The user's id is not valid Unicode: Cognigy would see another one.");
        }
        return SessionPath.in(session, message);
    }
}
