package simmer.host.configuration;

import java.time.Duration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.host.delivery.Update;

/** What is sent to Cognigy, and when. */
@Prototype.Blueprint
@Prototype.Configured
interface DeliveryConfigBlueprint {

    /** When Cognigy is called: on-change (the level differs from the one that holds), or every-turn as in the tutorial. */
    @Option.Configured
    @Option.Default("ON_CHANGE")
    Update update();

    /** Calls after the first while a webhook waits and its time allows: 0 to 10. */
    @Option.Configured
    @Option.DefaultInt(3)
    int retries();

    /** Wait before the first of these, doubled before each further one: PT0.001S to PT1M. */
    @Option.Configured
    @Option.Default("PT0.1S")
    Duration retryWait();

    /** Wait before a delivery that nobody waits for is tried again, doubled each time: PT0.1S to PT1H. */
    @Option.Configured
    @Option.Default("PT1S")
    Duration backoff();

    /** Longest such wait, unless Cognigy asks for a longer one: backoff to P1D. */
    @Option.Configured
    @Option.Default("PT1H")
    Duration maxBackoff();

    /** Share of a wait that chance may take away, so that many callers don't return together: 0 to 1. */
    @Option.Configured
    @Option.DefaultDouble(0.5)
    double jitter();

    /** Attempts after which a delivery is a dead letter: 1 to 1000. */
    @Option.Configured
    @Option.DefaultInt(50)
    int maxAttempts();

    /** Time after the decision when a delivery that was tried five times is a dead letter: PT1M to P30D. */
    @Option.Configured
    @Option.Default("P1D")
    Duration giveUpAfter();

    /** How long a delivery that was given up is kept, for `simmer outbox resend`: PT1H to P365D. */
    @Option.Configured
    @Option.Default("P30D")
    Duration keepGivenUp();

    /** Longest call that nobody waits for: PT0.1S to PT1M. */
    @Option.Configured
    @Option.Default("PT5S")
    Duration callWithin();

    /** Most calls at once that nobody waits for: 1 to 256. */
    @Option.Configured
    @Option.DefaultInt(8)
    int parallel();

    /** How often deliveries that Cognigy refused for good are tried again: PT1S to P1D. */
    @Option.Configured
    @Option.Default("PT5M")
    Duration probeEvery();

    /** Failures in a row after which Cognigy counts as down and only one call at a time tries it: 1 to 1000. */
    @Option.Configured
    @Option.DefaultInt(8)
    int breakerFailures();

    /** Wait before a Cognigy that is down is tried, doubled up to 32 times while it stays so: PT0.01S to PT1M. */
    @Option.Configured
    @Option.Default("PT1S")
    Duration breakerWait();

    /** Whether a call that must not be made twice is made again although it may have arrived: true or false. */
    @Option.Configured
    @Option.DefaultBoolean(false)
    boolean resendUnknown();

    /** How long a stop waits for the calls under way: PT0S to PT1M. */
    @Option.Configured
    @Option.Default("PT5S")
    Duration drainWithin();
}
