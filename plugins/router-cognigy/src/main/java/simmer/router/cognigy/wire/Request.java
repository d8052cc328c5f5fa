package simmer.router.cognigy.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * One request.
 *
 * @param method such as {@code POST}
 * @param path below the base path, escaped, with a slash at its beginning; goes out exactly as it stands
 * @param headers beside those that every request has
 * @param body goes out as UTF-8; empty for none
 * @param maxAnswerBytes longest body of an answer that is taken, 1 or more
 */
public record Request(String method, String path, List<HeaderField> headers, String body, int maxAnswerBytes) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** The same with one more header. */
    public Request with(HeaderField header) {
        List<HeaderField> more = new ArrayList<>(headers);
        more.add(header);
        return new Request(method, path, more, body, maxAnswerBytes);
    }

    /** Neither the path, in which a token may stand, nor the body. */
    @Override
    public String toString() {
        return method;
    }
}
