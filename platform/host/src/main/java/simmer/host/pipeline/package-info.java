/**
 * The way of a conversation through the house: score, decision, delivery, outcome, within one deadline.
 */
@NullMarked
package simmer.host.pipeline;

import org.jspecify.annotations.NullMarked;
