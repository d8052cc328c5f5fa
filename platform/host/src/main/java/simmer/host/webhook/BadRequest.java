package simmer.host.webhook;

import java.io.Serial;

import io.helidon.http.Status;

/** A webhook that is answered at once with a problem, and nothing is sent: its caller must change it. */
final class BadRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final String pointer;

    /** @param pointer the JSON pointer (RFC 6901) of what is wrong; empty for the whole body, or if JSON isn't the matter */
    BadRequest(Status status, String detail, String pointer) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
    }

    static BadRequest of(Status status, String detail) {
        return new BadRequest(status, detail, "");
    }

    static BadRequest at(String pointer, String what) {
        return new BadRequest(Status.BAD_REQUEST_400, (pointer.isEmpty() ? "the body" : pointer) + " " + what, pointer);
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
