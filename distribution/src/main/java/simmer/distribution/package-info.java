/** What is shipped: the host's commands, and the demo. */
@NullMarked
package simmer.distribution;

import org.jspecify.annotations.NullMarked;
