/**
 * What is told of a webhook beside its answer: log lines in text or JSON that say which trace and which session they belong
 * to, and spans for an OpenTelemetry collector. Neither ever holds a customer's words or a session's id.
 * <p>
 * Come here to change how an event is written, or which steps are timed. Every room may say in which step it is; nothing
 * here knows a room.
 */
@NullMarked
package simmer.host.events;

import org.jspecify.annotations.NullMarked;
