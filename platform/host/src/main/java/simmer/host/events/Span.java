package simmer.host.events;

import java.util.function.Supplier;

/**
 * A step on the way of a request, from its making to its closing. Used by one thread at a time.
 */
public interface Span extends AutoCloseable {

    /** The trace it belongs to, 32 hexadecimal digits (W3C Trace Context). */
    String traceId();

    /** What a request to someone else says of this step, in its header {@code traceparent}. */
    String traceparent();

    /** A step within this one. */
    Span child(String name);

    /** Says something of the step, which is only asked for where somebody collects it. */
    void tag(String key, Supplier<String> value);

    /** Says that the step did not come to its end. */
    void failed();

    @Override
    void close();
}
