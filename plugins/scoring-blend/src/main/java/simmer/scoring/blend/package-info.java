/**
 * The strategy {@code blend}: how the conversation stands now, and the heat that has built up. Come here to change how the
 * two are weighed against each other.
 */
@NullMarked
package simmer.scoring.blend;

import org.jspecify.annotations.NullMarked;
