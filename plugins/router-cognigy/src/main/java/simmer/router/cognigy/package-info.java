/**
 * Tells Cognigy where a session belongs. What is said is a {@link simmer.router.cognigy.Dialect}, each a small type of
 * its own; how it gets there (time limit, connections) is the same for all. One attempt a call: whether another follows is
 * the host's part.
 */
@NullMarked
package simmer.router.cognigy;

import org.jspecify.annotations.NullMarked;
