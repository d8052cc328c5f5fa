package simmer.testkit.cognigy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows who may come in: the holder of the key, and of a token that was given out. For use by several threads. */
final class Door {

    private static final String API_KEY = "X-API-Key";
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final String apiKey;
    private final Set<String> tokens = Collections.synchronizedSet(Collections.newSetFromMap(new Newest<>()));

    Door(String apiKey) {
        this.apiKey = apiKey;
    }

    /** As in the tutorial: the key is a bearer token. */
    Optional<Reply> refuseByBearerKey(RecordedRequest request) {
        return letIn(request.header(AUTHORIZATION).equals(Optional.of(BEARER + apiKey)));
    }

    /** As Cognigy does: the key has a header of its own, and bearer tokens are OAuth2's. */
    Optional<Reply> refuse(RecordedRequest request) {
        return letIn(request.header(API_KEY).equals(Optional.of(apiKey)) || hasToken(request));
    }

    /** Where the address is all that is asked for: but who shows a key shows a right one. */
    Optional<Reply> refuseIfWrong(RecordedRequest request) {
        boolean showsNothing = request.header(API_KEY).isEmpty() && request.header(AUTHORIZATION).isEmpty();
        return showsNothing ? Optional.empty() : refuse(request);
    }

    private boolean hasToken(RecordedRequest request) {
        return request.header(AUTHORIZATION)
                .filter(value -> value.startsWith(BEARER) && tokens.contains(value.substring(BEARER.length())))
                .isPresent();
    }

    private static Optional<Reply> letIn(boolean known) {
        return known ? Optional.empty() : Optional.of(Reply.problem(401, "the API key is missing, invalid or expired"));
    }

    String newToken() {
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return token;
    }

    void revokeTokens() {
        tokens.clear();
    }
}
