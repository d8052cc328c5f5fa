/**
 * The strategy {@code decay}: a mean in which each turn counts less the older it is. Come here to change how fast a
 * conversation forgets, or how a turn by itself is measured.
 */
@NullMarked
package simmer.scoring.decay;

import org.jspecify.annotations.NullMarked;
