/** What customers say to the servers measured: recorded conversations and made-up ones, as webhooks ready to send. */
@NullMarked
package simmer.benchmarks.load.corpus;

import org.jspecify.annotations.NullMarked;
