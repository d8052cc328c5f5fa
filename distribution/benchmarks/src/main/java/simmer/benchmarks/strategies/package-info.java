/**
 * Compares scoring strategies on dialogues that people have rated, and fits the default's calibration. Come here to measure
 * a strategy before it ships; figures are read, not asserted.
 */
@NullMarked
package simmer.benchmarks.strategies;

import org.jspecify.annotations.NullMarked;
