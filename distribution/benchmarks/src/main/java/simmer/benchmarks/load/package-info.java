/** Simmer as it ships under load, beside the bare model and its rivals: {@link simmer.benchmarks.load.LoadBenchmark}. */
@NullMarked
package simmer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
