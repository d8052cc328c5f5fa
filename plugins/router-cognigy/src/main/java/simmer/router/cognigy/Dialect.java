package simmer.router.cognigy;

import java.util.Optional;

import simmer.spi.Dispatch;

/** How a decision is put to Cognigy. Stateless, for use by several threads. */
@FunctionalInterface
interface Dialect {

    /** @return the call to make; empty if no call can address this session */
    Optional<CognigyCall> call(Dispatch dispatch);
}
