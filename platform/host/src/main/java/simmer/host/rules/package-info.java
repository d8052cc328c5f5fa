/**
 * Hard rules: what a customer can say that no score need be waited for, and the signs of a conversation that stands still.
 * Text goes in, names of rules come out; nothing is remembered, read from files or logged here.
 * <p>
 * Come here to change how words are recognised; what is recognised stands in YAML, as the README says.
 */
@NullMarked
package simmer.host.rules;

import org.jspecify.annotations.NullMarked;
