package simmer.router.cognigy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.router.cognigy.access.Authentication;
import simmer.router.cognigy.dialect.EndpointCall;

/** Options of {@code router: {cognigy: {…}}}; their ranges are checked in OptionRanges. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "cognigy", root = false)
interface CognigyConfigBlueprint {

    /** How Cognigy is told; reply calls nothing and leaves it to the webhook's answer. */
    @Option.Configured
    @Option.Default("SESSION_UPDATE")
    DialectName dialect();

    /** Which form of endpoint-inject and notify: current at the endpoint service, deprecated at the API. */
    @Option.Configured
    @Option.Default("CURRENT")
    EndpointCall.Form endpointForm();

    /** How a call shows who makes it; by default bearer with session-update, with the others what is configured. */
    @Option.Configured
    Optional<Authentication> authentication();

    /**
     * Most requests in any 60 seconds, of all replicas together, retries included: 1 to 60000, or unlimited; by default 50
     * with session-update, and 900 in five minutes with the others.
     */
    @Option.Configured
    Optional<String> requestsPerMinute();

    /** What of a decision goes to Cognigy with context-inject, endpoint-inject and notify. */
    @Option.Configured
    @Option.DefaultCode("ContextConfig.create()")
    ContextConfig context();

    /** The states of levels with state-inject; a level that isn't named has a state of its own name. */
    @Option.Configured
    List<StateConfig> states();

    /** What endpoint-inject and notify say on levels that texts does not name: 1 to 4000 characters. */
    @Option.Configured
    Optional<String> text();

    /** What endpoint-inject and notify say on certain levels, and in certain languages. */
    @Option.Configured
    List<TextConfig> texts();

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

    /** Longest conversation read from Cognigy, in bytes: 1024 to 16777216. */
    @Option.Configured
    @Option.DefaultInt(1024 * 1024)
    int maxConversationBytes();

    /** The tenant's host, such as your-tenant.cognigy.ai; wins over the variable COGNIGY_DOMAIN. */
    @Option.Configured
    Optional<String> domain();

    /** The API key; wins over the variable COGNIGY_API_KEY, which keeps it out of files. */
    @Option.Configured
    @Option.Confidential
    Optional<String> apiKey();

    /** The API's address; wins over the variable COGNIGY_BASE_URL. */
    @Option.Configured
    Optional<String> baseUrl();

    /** The endpoint service's address; wins over the variable COGNIGY_ENDPOINT_URL. */
    @Option.Configured
    Optional<String> endpointUrl();

    /** The endpoint's token, the last part of its URL; wins over the variable COGNIGY_URL_TOKEN. */
    @Option.Configured
    @Option.Confidential
    Optional<String> urlToken();

    /** The id of an OAuth2 client; wins over the variable COGNIGY_OAUTH_CLIENT_ID. */
    @Option.Configured
    Optional<String> oauthClientId();

    /** The secret of an OAuth2 client; wins over the variable COGNIGY_OAUTH_CLIENT_SECRET. */
    @Option.Configured
    @Option.Confidential
    Optional<String> oauthClientSecret();

    /** What an OAuth2 client asks to be allowed; unless given, it asks for nothing. */
    @Option.Configured
    Optional<String> oauthScope();

    /** A PEM file of certificates that are trusted beside those that Java trusts. */
    @Option.Configured
    Optional<Path> trustCertificates();
}
