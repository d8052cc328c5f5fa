package simmer.router.cognigy.dialect;

import java.util.Optional;

import simmer.router.cognigy.wire.PathSegment;
import simmer.spi.Session;

/** Whether a session can be named to Cognigy's own calls, which want to know the user too. */
final class UserId {

    private UserId() {
    }

    /** @return why not; empty if all is well */
    static Optional<String> missing(Session session, String dialect) {
        if (session.userId().isBlank()) {
            return Optional.of("The dialect " + dialect + " needs the user's id, and the payload has none: send it as"
                    + " \"userId\" beside the session.");
        }
        return PathSegment.escape(session.userId()).isEmpty()
                ? Optional.of("The user's id is not valid Unicode: Cognigy would see another one.")
                : Optional.empty();
    }
}
