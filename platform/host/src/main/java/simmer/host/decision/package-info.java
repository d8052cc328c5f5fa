/**
 * From a score to a level: pure functions over values, without a clock, HTTP or configuration files.
 * <p>
 * Come here to change when a conversation escalates.
 */
@NullMarked
package simmer.host.decision;

import org.jspecify.annotations.NullMarked;
