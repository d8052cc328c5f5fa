package simmer.host.delivery;

import java.time.Duration;

import simmer.spi.RoutingResult;

/** Is told what the dispatcher does, for counting it. For use by any number of threads. */
public interface DeliveryWatch {

    /** Why a call was not made now. */
    enum Wait {
        /** The budget of calls is used up. */
        BUDGET,
        /** The other side asked for a pause. */
        PAUSE,
        /** The other side is down. */
        BREAKER
    }

    /** A call was made. */
    void called(RoutingResult result, Duration took);

    /** A call has to wait. */
    void waits(Wait why);

    /** A message was given up. */
    void buried();
}
