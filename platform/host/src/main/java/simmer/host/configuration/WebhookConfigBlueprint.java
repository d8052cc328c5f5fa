package simmer.host.configuration;

import java.util.List;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.host.pipeline.History;
import simmer.host.webhook.shapes.CurrentTurn;

/** What comes in, and its bounds. */
@Prototype.Blueprint
@Prototype.Configured
interface WebhookConfigBlueprint {

    /**
     * Keys of which a caller must send one, as X-API-Key or Authorization: 16 characters or more each, or their hashes as
     * `simmer hash-key` makes them. With none, and neither users nor tokens, Simmer listens on loopback only.
     */
    @Option.Configured
    @Option.Confidential
    List<String> apiKeys();

    /** Names with passwords, for callers that send Basic. */
    @Option.Configured
    List<UserConfig> users();

    /** Access tokens that an OAuth 2.0 server issues to callers. */
    @Option.Configured
    Optional<TokensConfig> tokens();

    /** Whether the turn in userInput or text is scored too: counted, or ignored as in the tutorial. */
    @Option.Configured
    @Option.Default("COUNTED")
    CurrentTurn currentTurn();

    /**
     * Where what was said before a session's first webhook comes from, if its payload does not tell: payload (nowhere), or
     * fetch from Cognigy, once a session.
     */
    @Option.Configured
    @Option.Default("PAYLOAD")
    History history();

    /** Largest body taken, in bytes: 1024 to 1048576. */
    @Option.Configured
    @Option.DefaultInt(65_536)
    int maxBodyBytes();

    /** Deepest nesting of JSON taken: 4 to 512. */
    @Option.Configured
    @Option.DefaultInt(64)
    int maxDepth();

    /** Most turns of a conversation that count, the newest: 1 to 1000. */
    @Option.Configured
    @Option.DefaultInt(200)
    int maxTurns();
}
