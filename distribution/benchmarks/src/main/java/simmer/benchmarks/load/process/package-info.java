/** The servers measured, each a process of its own, seen from outside: what they take of the cores and of the memory. */
@NullMarked
package simmer.benchmarks.load.process;

import org.jspecify.annotations.NullMarked;
