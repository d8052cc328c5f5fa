/**
 * What is remembered of a session from one webhook to the next: its place in the policy, how its turns were read, its last
 * answers, and what was sent to Cognigy. Never what was said: of that, keyed hashes.
 * <p>
 * Come here to change how webhooks of one session follow each other.
 */
@NullMarked
package simmer.host.session;

import org.jspecify.annotations.NullMarked;
