/**
 * The demo: two conversations over HTTP, scored by the shipped model and moved at a stand-in for Cognigy, shown turn by
 * turn in the terminal.
 */
@NullMarked
package simmer.distribution.demo;

import org.jspecify.annotations.NullMarked;
