/** Waiting for what other threads do, but not for ever. */
@NullMarked
package simmer.host.waiting;

import org.jspecify.annotations.NullMarked;
