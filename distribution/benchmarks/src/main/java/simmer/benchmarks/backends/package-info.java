/** What each model backend makes of the same load: come here to add one, which takes a configuration file and no code. */
@NullMarked
package simmer.benchmarks.backends;

import org.jspecify.annotations.NullMarked;
