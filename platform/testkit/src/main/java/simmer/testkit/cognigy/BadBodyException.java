package simmer.testkit.cognigy;

/** A body that Cognigy would refuse with status 400. */
final class BadBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param pointer where in the body (RFC 6901); empty means all of it
     * @param sentence what is wrong, worded to follow the pointer
     */
    BadBodyException(String pointer, String sentence) {
        super((pointer.isEmpty() ? "the body" : pointer) + " " + sentence);
    }
}
