package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Options of {@code router: {cognigy: {…}}}; their ranges are checked in OptionRanges. */
@Prototype.Blueprint
@Prototype.Configured(value = "cognigy", root = false)
interface CognigyConfigBlueprint {

    /** How Cognigy is told: session-update calls its API, reply calls nothing and leaves it to the webhook's answer. */
    @Option.Configured
    @Option.Default("SESSION_UPDATE")
    DialectName dialect();

    /** Most requests in any 60 seconds, of all replicas together, retries included: 1 to 60000, or unlimited. */
    @Option.Configured
    @Option.Default("50")
    String requestsPerMinute();

    /** Longest wait for a connection: PT0.001S to PT1M. */
    @Option.Configured
    @Option.Default("PT0.5S")
    Duration connectTimeout();

    /** Longest wait for the next bytes of an answer: PT0.001S to PT1M. */
    @Option.Configured
    @Option.Default("PT1.5S")
    Duration readTimeout();

    /** Longest answer taken, in bytes: 1024 to 65536. */
    @Option.Configured
    @Option.DefaultInt(64 * 1024)
    int maxAnswerBytes();

    /** The tenant's host, such as your-tenant.cognigy.ai; wins over the variable COGNIGY_DOMAIN. */
    @Option.Configured
    Optional<String> domain();

    /** The API key; wins over the variable COGNIGY_API_KEY, which keeps it out of files. */
    @Option.Configured
    @Option.Confidential
    Optional<String> apiKey();

    /** The API's address in place of https://DOMAIN/api/v1; wins over the variable COGNIGY_BASE_URL. */
    @Option.Configured
    Optional<String> baseUrl();
}
