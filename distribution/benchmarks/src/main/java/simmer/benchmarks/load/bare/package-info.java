/** The model without a server around it: what the machine could do at best, and what the tutorial's pattern makes of it. */
@NullMarked
package simmer.benchmarks.load.bare;

import org.jspecify.annotations.NullMarked;
