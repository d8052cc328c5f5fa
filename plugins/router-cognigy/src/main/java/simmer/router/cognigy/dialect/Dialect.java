package simmer.router.cognigy.dialect;

import simmer.spi.Dispatch;

/** How a decision is put to Cognigy. Stateless, for use by several threads. */
public sealed interface Dialect permits SessionUpdate, ContextInject, StateInject, EndpointCall {

    /** What to send. */
    Message message(Dispatch dispatch);

    /** Whether a call of which nobody knows whether it arrived may be made again without harm. */
    boolean repeatable();

    /**
     * What the reader of an error can do about it.
     *
     * @param status HTTP status, 400 or more
     * @return one sentence or two; empty if this dialect knows nothing of its own
     */
    String help(int status);
}
