package simmer.host.delivery;

import simmer.spi.Level;
import simmer.spi.RoutingResult.Fault;

/** What became of a decision. */
public sealed interface Delivery {

    /** The level that holds at Cognigy now, as far as is known. */
    Level holds();

    /** Calls made to Cognigy after the first. */
    int retries();

    /**
     * The session was moved.
     *
     * @param answer what Cognigy answered, a JSON text, or empty if it said nothing
     */
    record Delivered(Level holds, String answer, int retries) implements Delivery {
    }

    /** There was nothing to send. */
    record Unchanged(Level holds) implements Delivery {

        @Override
        public int retries() {
            return 0;
        }
    }

    /**
     * The session was not moved, or nobody can tell: the level from before holds.
     *
     * @param message what happened and what to do
     */
    record Failed(Level holds, Fault fault, String message, int retries) implements Delivery {
    }
}
