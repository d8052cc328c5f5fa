/**
 * The strategy {@code heat}: what was said adds up and leaks away slowly, so a conversation that boiled over stays hot. Come
 * here to change what a conversation's past does.
 */
@NullMarked
package simmer.scoring.heat;

import org.jspecify.annotations.NullMarked;
