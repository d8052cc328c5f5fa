/**
 * From a conversation to a score: threads for the model, admission, deadlines.
 * <p>
 * Come here to make it faster.
 */
@NullMarked
package simmer.host.scoring;

import org.jspecify.annotations.NullMarked;
