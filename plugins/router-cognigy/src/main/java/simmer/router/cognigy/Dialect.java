package simmer.router.cognigy;

import java.util.Optional;

import simmer.spi.Decision;
import simmer.spi.Session;

/** How a decision is put to Cognigy. Stateless, for use by several threads. */
@FunctionalInterface
interface Dialect {

    /** @return the call to make; empty if no call can address this session */
    Optional<CognigyCall> call(Session session, Decision decision);
}
