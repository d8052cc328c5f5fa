/**
 * The shapes in which a flow can send a conversation, told by what they hold: JSON text to {@code Incoming}, within bounds.
 * <p>
 * Come here to accept another shape: implement {@link simmer.host.webhook.shapes.Shape} and name it in
 * {@link simmer.host.webhook.shapes.Payloads}.
 */
@NullMarked
package simmer.host.webhook.shapes;

import org.jspecify.annotations.NullMarked;
