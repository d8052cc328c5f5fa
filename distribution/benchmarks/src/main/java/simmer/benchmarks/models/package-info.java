/** What models cost that a recipe made, before one of them is shipped: come here to compare networks, not servers. */
@NullMarked
package simmer.benchmarks.models;

import org.jspecify.annotations.NullMarked;
