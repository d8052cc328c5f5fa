package simmer.host.webhook.shapes;

import java.io.Serial;

/** A payload that can't be used: its sender must change it. Told without the words that it holds. */
public final class PayloadException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String what;
    private final boolean wholeSentence;
    private final String lookedFor;

    private PayloadException(String pointer, String what, boolean wholeSentence, String lookedFor) {
        // Answered, not debugged: a stack trace would cost more than the answer.
        super(what, null, false, false);
        this.pointer = pointer;
        this.what = what;
        this.wholeSentence = wholeSentence;
        this.lookedFor = lookedFor;
    }

    /**
     * Something is wrong at a place.
     *
     * @param pointer the JSON pointer (RFC 6901) of what is wrong; empty for the whole body
     * @param what what is wrong there, worded to follow the place
     */
    static PayloadException at(String pointer, String what) {
        return new PayloadException(pointer, what, false, "");
    }

    /** No session is named. The sentence is the one that the tutorial's callers know. */
    static PayloadException missingSession(String pointer, String lookedFor) {
        return new PayloadException(pointer, "Missing session ID in payload", true, lookedFor);
    }

    /** The same of what lies further up. */
    PayloadException below(String parent) {
        return new PayloadException(parent + pointer, what, wholeSentence, lookedFor);
    }

    /** The JSON pointer of what is wrong; empty for the whole body. */
    public String pointer() {
        return pointer;
    }

    /** One sentence for the person who writes the flow. */
    public String detail() {
        return wholeSentence ? what : (pointer.isEmpty() ? "the body" : pointer) + " " + what;
    }

    /** What would have been taken; empty if the sentence says it. */
    public String lookedFor() {
        return lookedFor;
    }
}
