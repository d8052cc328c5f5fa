package simmer.host.boot;

import java.time.Duration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.host.delivery.Update;

/** What is sent to Cognigy, and when. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured
interface DeliveryConfigBlueprint {

    /** When Cognigy is called: on-change (the level differs from the one that holds), or every-turn as in the tutorial. */
    @Option.Configured
    @Option.Default("ON_CHANGE")
    Update update();

    /** Most sessions whose level is remembered; past that the longest unused are forgotten: 1 to 10000000. */
    @Option.Configured
    @Option.DefaultInt(100_000)
    int maxSessions();

    /** How long a session's level is remembered after its last webhook: PT1M to P7D. */
    @Option.Configured
    @Option.Default("PT24H")
    Duration rememberFor();
}
