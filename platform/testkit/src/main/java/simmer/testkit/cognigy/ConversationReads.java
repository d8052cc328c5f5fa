package simmer.testkit.cognigy;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** Cognigy's {@code GET /new/v2.0/conversations/{sessionId}}. */
final class ConversationReads implements Dialect {

    private static final OneSegment PATHS = new OneSegment("GET", "/new/v2.0/conversations/", "");

    private final Door door;
    private final KnownSessions sessions;

    ConversationReads(Door door, KnownSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @Override
    public boolean takes(String method, String rawPath) {
        return PATHS.fits(method, rawPath);
    }

    @Override
    public Optional<String> session(String rawPath, Optional<JsonObject> body) {
        return PATHS.in(rawPath);
    }

    @Override
    public Reply answer(RecordedRequest request) {
        return door.refuse(request).orElseGet(() -> sessions.conversation(request.session().orElseThrow())
                .map(ConversationReads::items)
                .orElseGet(() -> Reply.problem(404, "no such conversation")));
    }

    private static Reply items(JsonArray items) {
        return Reply.json(Json.createObjectBuilder().add("items", items).add("total", items.size()).build());
    }
}
