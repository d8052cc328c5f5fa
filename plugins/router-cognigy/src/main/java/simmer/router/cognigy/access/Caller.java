package simmer.router.cognigy.access;

import java.util.Optional;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.wire.Answer;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.HeaderField;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.Peer;
import simmer.router.cognigy.wire.Request;

/**
 * Makes requests in somebody's name. For use by several threads.
 *
 * @param client where to
 * @param credentials in whose name
 * @param urlToken the endpoint's name, which is a secret too; empty if there is none
 */
public record Caller(CognigyClient client, Credentials credentials, Optional<Secret> urlToken) {

    private static final int UNAUTHORIZED = 401;

    public Peer peer() {
        return client.peer();
    }

    /** Takes every secret out of a text that came from outside. */
    public String hiddenIn(String text) {
        String hidden = credentials.hiddenIn(text);
        return urlToken.map(token -> token.hiddenIn(hidden)).orElse(hidden);
    }

    /**
     * Makes a request, once: and once more only if it was not let in with a token that may have ended before its time.
     *
     * @throws NoAnswerException if there was no answer
     */
    public Answer send(Request request, Deadline deadline) {
        boolean known = credentials.known();
        Optional<HeaderField> header = credentials.header(deadline);
        Answer answer = client.send(header.map(request::with).orElse(request), deadline);
        if (answer.status() == UNAUTHORIZED && header.isPresent() && credentials.refused(header.get(), known)) {
            return client.send(credentials.header(deadline).map(request::with).orElse(request), deadline);
        }
        return answer;
    }
}
