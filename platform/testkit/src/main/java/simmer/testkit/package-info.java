/**
 * What tests of plugins and of the host stand on: the contracts that every plugin passes, and values to feed them with.
 * <p>
 * A plugin's test extends the contract of its kind, such as {@link simmer.testkit.ScoringContract}, and says only how the
 * plugin is made.
 */
@NullMarked
package simmer.testkit;

import org.jspecify.annotations.NullMarked;
