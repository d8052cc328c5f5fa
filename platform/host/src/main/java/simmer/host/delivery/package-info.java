/**
 * From a decision to a session that was moved: whether there is anything to send, sending it in time, and remembering
 * which level holds at Cognigy.
 * <p>
 * Come here to change what happens when Cognigy is away.
 */
@NullMarked
package simmer.host.delivery;

import org.jspecify.annotations.NullMarked;
