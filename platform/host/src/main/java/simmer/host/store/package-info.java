/**
 * What outlives the process: the state of sessions, the outbox, the budget of calls. One embedded engine that needs no
 * set-up, one for several replicas; behind both the same few promises.
 * <p>
 * Come here to change where things are kept.
 */
@NullMarked
package simmer.host.store;

import org.jspecify.annotations.NullMarked;
