/**
 * What is said to Cognigy: each {@link simmer.router.cognigy.dialect.Dialect} makes one call's path and body of a decision.
 * Who carries it there, and in whose name, is decided elsewhere.
 */
@NullMarked
package simmer.router.cognigy.dialect;

import org.jspecify.annotations.NullMarked;
