package simmer.host.webhook;

import java.io.Serial;
import java.util.Optional;

import io.helidon.http.Status;

import simmer.host.webhook.shapes.PayloadException;

/** A webhook that is answered at once with a problem, and nothing is sent: its caller must change it. */
final class BadRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** As a JSON pointer (RFC 6901). */
    private static final String WHOLE_BODY = "";

    private final transient Status status;
    private final transient Optional<String> pointer;
    private final String lookedFor;
    private final boolean bodyUnread;

    private BadRequest(Status status, String detail, Optional<String> pointer, String lookedFor, boolean bodyUnread) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
        this.lookedFor = lookedFor;
        this.bodyUnread = bodyUnread;
    }

    /** A request refused before its body was read to the end: what is left of it must not be taken for the next request. */
    static BadRequest unread(Status status, String detail) {
        return new BadRequest(status, detail, Optional.empty(), "", true);
    }

    /** A body that can't be used. */
    static BadRequest body(String detail) {
        return new BadRequest(Status.BAD_REQUEST_400, detail, Optional.of(WHOLE_BODY), "", false);
    }

    /** A payload that can't be used. */
    static BadRequest of(PayloadException problem) {
        return new BadRequest(Status.BAD_REQUEST_400, problem.detail(), Optional.of(problem.pointer()), problem.lookedFor(),
                false);
    }

    boolean isBodyUnread() {
        return bodyUnread;
    }

    Status status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** The JSON pointer of what is wrong in the body; absent if it is not the body, or not read. */
    Optional<String> pointer() {
        return pointer;
    }

    /** What would have been taken, empty if the detail says it. */
    String lookedFor() {
        return lookedFor;
    }
}
