/**
 * From a decision in the outbox to a session that was moved: when to call, how often, what follows on each answer. The
 * README beside this room has it on one page.
 * <p>
 * Come here to change what happens when Cognigy is away.
 */
@NullMarked
package simmer.host.delivery;

import org.jspecify.annotations.NullMarked;
