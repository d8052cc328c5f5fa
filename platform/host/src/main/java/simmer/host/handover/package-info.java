/**
 * What the human who takes a session over is told: a pure function of the decision.
 * <p>
 * Come here to change what a handover holds.
 */
@NullMarked
package simmer.host.handover;

import org.jspecify.annotations.NullMarked;
