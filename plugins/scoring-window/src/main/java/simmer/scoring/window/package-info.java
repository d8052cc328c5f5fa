/**
 * The strategy {@code window}: the mean of the last few turns. Come here to change what a conversation's recent past is.
 */
@NullMarked
package simmer.scoring.window;

import org.jspecify.annotations.NullMarked;
