/**
 * The webhook over HTTP: who may call, what a body may be, payload to conversation, outcome to JSON.
 * <p>
 * Come here to accept another shape of payload.
 */
@NullMarked
package simmer.host.webhook;

import org.jspecify.annotations.NullMarked;
