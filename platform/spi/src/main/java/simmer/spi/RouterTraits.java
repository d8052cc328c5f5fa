package simmer.spi;

import java.time.Duration;

/** What the host must know of a router to make its calls: how many, how often, and whether one may be made again. */
public sealed interface RouterTraits {

    /** The router calls nobody: whoever asked reads the decision in the webhook's answer. It is never asked to route. */
    record NoCalls() implements RouterTraits {
    }

    /**
     * The router makes calls.
     *
     * @param account whose calls are counted together, and pause together when the other side asks for it: such as a digest
     *        of the API key, never the key itself; 1 to 128 characters
     * @param limit how many the other side allows
     * @param repeatable whether a call of which nobody knows whether it arrived may be made again without harm: true where
     *        it sets a state, false where each one says something to the customer
     */
    record Calls(String account, Limit limit, boolean repeatable) implements RouterTraits {

        private static final int MAX_ACCOUNT_LENGTH = 128;

        /** @throws IllegalArgumentException if the account is empty or too long */
        public Calls {
            if (account.isEmpty() || account.length() > MAX_ACCOUNT_LENGTH) {
                throw new IllegalArgumentException("an account has 1 to " + MAX_ACCOUNT_LENGTH + " characters");
            }
        }
    }

    /** How many calls may be made. */
    sealed interface Limit {

        /** As many as there are. */
        record None() implements Limit {
        }

        /**
         * So many in any span of time, failed ones included.
         *
         * @param calls 1 to 1,000,000
         * @param span over 0, at most a day
         */
        record AtMost(int calls, Duration span) implements Limit {

            private static final int MAX_CALLS = 1_000_000;
            private static final Duration MAX_SPAN = Duration.ofDays(1);

            /** @throws IllegalArgumentException if a number is out of its range */
            public AtMost {
                if (calls < 1 || calls > MAX_CALLS || !span.isPositive() || span.compareTo(MAX_SPAN) > 0) {
                    throw new IllegalArgumentException("a limit is 1 to " + MAX_CALLS + " calls in at most a day, not "
                            + calls + " in " + span);
                }
            }
        }
    }
}
