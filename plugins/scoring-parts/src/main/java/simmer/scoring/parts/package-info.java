/**
 * What the strategies that add up heat share: how a turn by itself is measured, how heat builds up and cools, and how a raw
 * score becomes one that levels can be set by. Come here to change one of these for all of them.
 */
@NullMarked
package simmer.scoring.parts;

import org.jspecify.annotations.NullMarked;
