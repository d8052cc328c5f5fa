package simmer.host.configuration;

import java.time.Duration;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What is remembered of a session from one webhook to the next. */
@Prototype.Blueprint
@Prototype.Configured
interface SessionConfigBlueprint {

    /**
     * Whether levels, turns and answers are remembered: true, or false to decide by each payload alone as the tutorial did.
     */
    @Option.Configured
    @Option.DefaultBoolean(true)
    boolean remember();

    /** Most turns of a session that are remembered, the newest; their scores, never their words: 1 to 1000. */
    @Option.Configured
    @Option.DefaultInt(200)
    int maxTurns();

    /** Most answers of a session that are remembered, so that a turn sent again gets the same: 1 to 32. */
    @Option.Configured
    @Option.DefaultInt(8)
    int maxAnswers();

    /**
     * How long the same text counts as the same turn sent again if the payload has neither ids nor a history: PT0S to PT10M.
     */
    @Option.Configured
    @Option.Default("PT30S")
    Duration sameTurnWithin();

    /** How long a session is remembered after its last webhook: PT1M to P7D. */
    @Option.Configured
    @Option.Default("PT24H")
    Duration rememberFor();

    /** Secret that remembered turns are hashed with, the same on every replica: 16 characters or more. */
    @Option.Configured
    @Option.Confidential
    Optional<String> hashKey();
}
