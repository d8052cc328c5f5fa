/** What parts of Simmer cost. Benchmarks, never timed tests: their figures are read, not asserted. */
@NullMarked
package simmer.benchmarks;

import org.jspecify.annotations.NullMarked;
