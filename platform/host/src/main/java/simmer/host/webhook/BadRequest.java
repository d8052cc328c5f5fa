package simmer.host.webhook;

import java.io.Serial;

import io.helidon.http.Status;

/** A webhook that is answered at once with a problem, and nothing is sent: its caller must change it. */
final class BadRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final String pointer;
    private final boolean bodyUnread;

    private BadRequest(Status status, String detail, String pointer, boolean bodyUnread) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
        this.bodyUnread = bodyUnread;
    }

    /** A request refused before its body was read to the end: what is left of it must not be taken for the next request. */
    static BadRequest unread(Status status, String detail) {
        return new BadRequest(status, detail, "", true);
    }

    /**
     * A body that can't be used.
     *
     * @param pointer the JSON pointer (RFC 6901) of what is wrong; empty for the whole body
     * @param what what is wrong there, worded to follow the place
     */
    static BadRequest at(String pointer, String what) {
        return body(pointer, (pointer.isEmpty() ? "the body" : pointer) + " " + what);
    }

    /** The same with a sentence of its own. */
    static BadRequest body(String pointer, String detail) {
        return new BadRequest(Status.BAD_REQUEST_400, detail, pointer, false);
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

    String pointer() {
        return pointer;
    }
}
