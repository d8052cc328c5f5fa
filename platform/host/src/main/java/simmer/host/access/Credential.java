package simmer.host.access;

/** One kind of proof that a caller may call. For use by any number of threads. */
public sealed interface Credential permits ApiKeys, Users, Tokens {

    /** Whether a request bears this proof. */
    boolean admits(Presented presented);

    /** What {@code WWW-Authenticate} offers (RFC 9110). */
    String challenge();

    /** What to send, worded to follow "send". */
    String hint();
}
