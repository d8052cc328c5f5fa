package simmer.testkit.cognigy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** What is remembered of sessions. Every id is a session's, unless it was ended. For use by several threads. */
final class KnownSessions {

    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, JsonObject> contexts = Collections.synchronizedMap(new Newest<>());
    private final Map<String, JsonArray> conversations = Collections.synchronizedMap(new Newest<>());

    void end(String session) {
        ended.add(session);
    }

    /** @return the refusal, if there is no such session */
    Optional<Reply> missing(String session) {
        return ended.contains(session) ? Optional.of(Reply.problem(404, "no such session")) : Optional.empty();
    }

    /** Writes keys into a session's context; returns all of it. */
    JsonObject write(String session, JsonObject keys) {
        return contexts.merge(session, keys, (before, more) -> {
            var merged = Json.createObjectBuilder(before);
            more.forEach(merged::add);
            return merged.build();
        });
    }

    JsonObject context(String session) {
        return contexts.getOrDefault(session, JsonObject.EMPTY_JSON_OBJECT);
    }

    void converse(String session, JsonArray entries) {
        conversations.put(session, entries);
    }

    Optional<JsonArray> conversation(String session) {
        return Optional.ofNullable(conversations.get(session));
    }
}
