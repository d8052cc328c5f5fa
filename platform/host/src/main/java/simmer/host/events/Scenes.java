package simmer.host.events;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;

/**
 * Where scenes come from. For use by any number of threads.
 *
 * @param tracing where their spans go
 * @param marks what stands for sessions in them
 */
public record Scenes(Tracing tracing, SessionMarks marks) {

    /**
     * Works on something that a request left to be done later.
     *
     * @param traceparent the place in a trace where it was left, as {@link Span#traceparent} told it
     */
    public <R, X extends Throwable> R later(String name, Optional<String> traceparent, String sessionId,
            CallableOp<R, X> work) throws X {
        try (Span span = tracing.later(name, traceparent)) {
            return Scene.of(span, marks, () -> Scene.session(sessionId, work));
        }
    }
}
