/**
 * What Simmer promises, kept while Cognigy misbehaves and the process is killed:
 * {@link simmer.benchmarks.faults.FaultProof}.
 */
@NullMarked
package simmer.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
