/** What was found, against what was to be reached, and how it is told: a table in Markdown and a JSON file. */
@NullMarked
package simmer.benchmarks.load.result;

import org.jspecify.annotations.NullMarked;
