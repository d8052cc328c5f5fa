/** How soon a fresh copy of Simmer is ready, and what it takes then and later. */
@NullMarked
package simmer.benchmarks.start;

import org.jspecify.annotations.NullMarked;
