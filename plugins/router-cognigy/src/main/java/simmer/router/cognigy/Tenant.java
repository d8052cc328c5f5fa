package simmer.router.cognigy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.access.ClientToken;
import simmer.router.cognigy.access.Credentials;
import simmer.router.cognigy.access.FixedKey;
import simmer.router.cognigy.access.NoKey;
import simmer.router.cognigy.access.TokenService;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.Peer;
import simmer.spi.Finding;
import simmer.spi.Session;
import simmer.spi.Transcript;

/** A tenant of Cognigy's, ready to be called. For use by several threads. */
final class Tenant implements AutoCloseable {

    private final Deque<CognigyClient> clients = new ArrayDeque<>();
    private final CognigyClient.Settings settings;
    private final Credentials credentials;
    private final Optional<Caller> api;
    private final Optional<Caller> endpoint;
    private final CognigyConfig config;

    /** @param access of which nothing that the dialect needs is missing */
    Tenant(CognigyConfig config, Access access, CognigyClient.Settings settings) {
        this.config = config;
        this.settings = settings;
        credentials = switch (access.authentication(config)) {
            case BEARER -> FixedKey.bearer(access.key().orElseThrow());
            case API_KEY -> FixedKey.apiKey(access.key().orElseThrow());
            case OAUTH2 -> new ClientToken(new TokenService(client(root(access.api().orElseThrow())),
                    access.client().orElseThrow()));
            case NONE -> new NoKey();
        };
        api = access.api().map(peer -> new Caller(client(peer), credentials, access.urlToken()));
        endpoint = access.endpoint().map(peer -> new Caller(client(peer), credentials, access.urlToken()));
    }

    private static Peer root(Peer peer) {
        return new Peer(peer.name(), peer.address().root(), peer.settings());
    }

    private CognigyClient client(Peer peer) {
        CognigyClient client = new CognigyClient(peer, settings);
        clients.push(client);
        return client;
    }

    /** Who takes the dialect's calls. */
    Caller taker() {
        return (Access.usesEndpointService(config) ? endpoint : api).orElseThrow();
    }

    /** Who can be asked what Cognigy knows: the tutorial documents nothing of the kind. */
    private Optional<Caller> reader() {
        return config.dialect().isTutorials() || credentials instanceof NoKey ? Optional.empty() : api;
    }

    /** See {@link simmer.spi.Router#transcript}. */
    Transcript transcript(Session session, Duration within) {
        return reader().map(caller -> new ConversationReader(caller, config.maxConversationBytes()).read(session, within))
                .orElseGet(() -> new Transcript.Unavailable(config.dialect().isTutorials()
                        ? "The dialect session-update has no call that reads a conversation: choose another one."
                        : "To read conversations, set COGNIGY_BASE_URL and COGNIGY_API_KEY."));
    }

    /** See {@link simmer.spi.Router#check}; each side has half of the time. */
    List<Finding> check(Duration within) {
        Clock clock = Clock.systemUTC();
        List<Finding> findings = new ArrayList<>();
        reader().ifPresent(caller -> findings.addAll(
                new LiveCheck(caller, ConversationReader.PATH, clock).run(within.dividedBy(2))));
        if (config.dialect() != DialectName.REPLY && (reader().isEmpty() || Access.usesEndpointService(config))) {
            findings.addAll(new LiveCheck(taker(), "", clock).run(within.dividedBy(2)));
        }
        return findings;
    }

    @Override
    public void close() {
        clients.forEach(CognigyClient::close);
    }
}
