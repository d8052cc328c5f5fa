/**
 * A Cognigy on loopback: it answers as the real one would, records what it was sent, and fails on request. No JUnit in
 * here: the product's demo ships it. A new dialect of Cognigy's API is a new {@link simmer.testkit.cognigy.Dialect}.
 */
@NullMarked
package simmer.testkit.cognigy;

import org.jspecify.annotations.NullMarked;
