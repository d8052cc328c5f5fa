package simmer.host.events;

import java.util.Optional;

/** Where spans go. For use by any number of threads. */
public interface Tracing extends AutoCloseable {

    /**
     * Begins the span of a request that came in.
     *
     * @param traceparent its header of that name, if it had one; one that is not as W3C Trace Context wants it counts as
     * none
     */
    Span request(String name, Optional<String> traceparent);

    /** Begins the span of what a request left to be done later, at the place in the trace where it was left. */
    Span later(String name, Optional<String> traceparent);

    /** Sends what is left, within a few seconds. */
    @Override
    void close();
}
