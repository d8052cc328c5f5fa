package simmer.router.cognigy.access;

import java.util.Optional;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.wire.HeaderField;
import simmer.router.cognigy.wire.NoAnswerException;

/** Who we are. For use by several threads. */
public sealed interface Credentials permits FixedKey, ClientToken, NoKey {

    /**
     * The header that lets a request in.
     *
     * @return empty if none is sent
     * @throws NoAnswerException if it must be got first, and was not to be had
     */
    Optional<HeaderField> header(Deadline deadline);

    /**
     * Learns that a request was not let in.
     *
     * @param refused the header that was sent
     * @param known whether it was known before the request was made, so that another one may be better
     * @return whether it is worth to ask for another header and to try once more
     */
    boolean refused(HeaderField refused, boolean known);

    /** Whether {@link #header} would answer at once. */
    boolean known();

    /** What whoever configured them must do when they are refused. */
    String remedy();

    /** Takes every secret out of a text that came from outside. */
    String hiddenIn(String text);
}
