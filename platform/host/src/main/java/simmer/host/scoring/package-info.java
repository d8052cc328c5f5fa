/**
 * From a conversation to a score: each utterance read once, on the threads of the model, in batches where they pay, and in
 * time or not at all.
 * <p>
 * Come here to make it faster.
 */
@NullMarked
package simmer.host.scoring;

import org.jspecify.annotations.NullMarked;
