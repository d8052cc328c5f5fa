/** What a store adds to a webhook. */
@NullMarked
package simmer.benchmarks.store;

import org.jspecify.annotations.NullMarked;
