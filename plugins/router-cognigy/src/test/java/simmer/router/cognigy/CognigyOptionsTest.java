package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.dialect.ContextField;
import simmer.router.cognigy.dialect.EndpointCall.Form;
import simmer.router.cognigy.wire.Address;
import simmer.router.cognigy.wire.Peer;
import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.Router;
import simmer.spi.RouterProvider;
import simmer.spi.RouterTraits;
import simmer.spi.RouterTraits.Calls;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.testkit.cognigy.CognigyStandIn;

final class CognigyOptionsTest {

    private static RoutingResult route(Router router) {
        return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
    }

    private static List<OptionProblem> refused(Map<String, String> options, Map<String, String> environment) {
        return catchThrowableOfType(OptionException.class, () -> Routers.create(options, environment)).problems();
    }

    @Test
    void thePluginIsFoundUnderItsKey() {
        assertThat(ServiceLoader.load(RouterProvider.class)).extracting(RouterProvider::configKey)
                .containsExactly("cognigy");
    }

    @Test
    void aRouterBearsTheNameItWasGivenAndTheTypeOfItsKey() {
        for (Map<String, String> options : List.of(Map.of("dialect", "reply"), Map.<String, String>of(),
                Map.of("api-key", Routers.KEY, "domain", "t.cognigy.ai"))) {
            try (LogLines _ = LogLines.caught(); Router router = Routers.create(options, Map.of())) {
                assertThat(router.name()).isEqualTo("main");
                assertThat(router.type()).isEqualTo("cognigy");
            }
        }
    }

    @Test
    void theDefaultsAreTheTutorials() {
        CognigyConfig config = CognigyConfig.create(Config.empty());
        assertThat(config.dialect()).isEqualTo(DialectName.SESSION_UPDATE);
        assertThat(config.requestsPerMinute()).isEmpty();
        assertThat(config.endpointForm()).isEqualTo(Form.CURRENT);
        assertThat(config.authentication()).isEmpty();
        assertThat(config.context().under()).isEqualTo("escalation");
        assertThat(config.context().fields()).containsExactly(ContextField.LEVEL, ContextField.SCORE, ContextField.REASON,
                ContextField.REASON_CODE, ContextField.FLOW, ContextField.NODE, ContextField.DECIDED_AT,
                ContextField.HANDOVER);
        assertThat(config.maxConversationBytes()).isEqualTo(1 << 20);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(config.maxAnswerBytes()).isEqualTo(65536);
    }

    @Test
    void eachOptionIsReadFromYaml() {
        CognigyConfig config = CognigyConfig.create(Config.just(ConfigSources.create("""
                dialect: reply
                requests-per-minute: 100
                connect-timeout: PT1S
                read-timeout: PT2S
                max-answer-bytes: 2048
                domain: t.cognigy.ai
                api-key: secret
                base-url: http://127.0.0.1/x
                endpoint-form: deprecated
                authentication: oauth2
                context: {under: heat, fields: [level, reason-code]}
                states: [{level: manager, state: escalated}]
                text: a
                texts: [{level: manager, language: de, text: b}]
                max-conversation-bytes: 4096
                endpoint-url: http://127.0.0.1/e
                url-token: secret
                oauth-client-id: me
                oauth-client-secret: secret
                oauth-scope: all
                trust-certificates: /ca.pem
                """, MediaTypes.APPLICATION_YAML)));
        assertThat(config).hasToString("CognigyConfig{dialect=REPLY,endpointForm=DEPRECATED,"
                + "authentication=Optional[OAUTH2],requestsPerMinute=Optional[100],"
                + "context=ContextConfig{under=heat,fields=[LEVEL, REASON_CODE]},"
                + "states=[StateConfig{level=manager,state=escalated}],text=Optional[a],"
                + "texts=[TextConfig{level=manager,language=Optional[de],text=b}],connectTimeout=PT1S,"
                + "readTimeout=PT2S,maxAnswerBytes=2048,maxConversationBytes=4096,"
                + "domain=Optional[t.cognigy.ai],apiKey=****,baseUrl=Optional[http://127.0.0.1/x],"
                + "endpointUrl=Optional[http://127.0.0.1/e],urlToken=****,oauthClientId=Optional[me],"
                + "oauthClientSecret=****,oauthScope=Optional[all],trustCertificates=Optional[/ca.pem]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requests-per-minute | 0        | is '0', must be 1 to 60000 or unlimited
            requests-per-minute | 60001    | is '60001', must be 1 to 60000 or unlimited
            requests-per-minute | many     | is 'many', must be 1 to 60000 or unlimited
            requests-per-minute | 99999999999 | is '99999999999', must be 1 to 60000 or unlimited
            connect-timeout     | PT0S     | is PT0S, must be PT0.001S to PT1M
            read-timeout        | PT2M     | is PT2M, must be PT0.001S to PT1M
            max-answer-bytes    | 1023     | is 1023, must be 1024 to 65536
            max-answer-bytes    | 65537    | is 65537, must be 1024 to 65536
            """)
    void aValueOutOfRangeIsRefusedByItsKey(String key, String value, String sentence) {
        assertThat(refused(Map.of(key, value), Map.of())).containsExactly(new OptionProblem(key, sentence));
    }

    @Test
    void allProblemsAreToldTogether() {
        assertThat(refused(Map.of("read-timeout", "PT0S", "max-answer-bytes", "1", "domain", "https://t.cognigy.ai"),
                Map.of("COGNIGY_API_KEY", "not\u00fca key"))).extracting(OptionProblem::key)
                .containsExactly("read-timeout", "max-answer-bytes", "domain", "api-key");
    }

    @Test
    void aKeyThatNoHeaderCanHoldIsRefusedAndNotShown() {
        assertThat(refused(Map.of("domain", "t.cognigy.ai"), Map.of("COGNIGY_API_KEY", "line\nbreak")))
                .containsExactly(new OptionProblem("api-key", "(from COGNIGY_API_KEY) holds a character that no HTTP"
                        + " header may hold (a line break, a space or a letter outside ASCII); copy the key again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://t.cognigy.ai", "t.cognigy.ai", "http://", "https:///api", "http://u:p@t.ai/",
            "http://t.ai/?q=1", "http://t.ai/#f", "http://t.ai:0/", "http://t.ai:65536/", "http://t .ai/", "mailto:a@b"})
    void aBaseUrlThatCannotBeCalledIsRefused(String url) {
        assertThat(refused(Map.of("api-key", Routers.KEY), Map.of("COGNIGY_BASE_URL", url))).containsExactly(
                new OptionProblem("base-url", "(from COGNIGY_BASE_URL) must be an http or https URL such as"
                        + " https://your-tenant.cognigy.ai/api/v1, without user, query and fragment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.cognigy.ai", "t.cognigy.ai/api", "user@t.ai", "t.ai?x", "t ai", "t.ai:70000"})
    void aDomainThatIsNoHostIsRefused(String domain) {
        assertThat(refused(Map.of("api-key", Routers.KEY), Map.of("COGNIGY_DOMAIN", domain))).containsExactly(
                new OptionProblem("domain", "(from COGNIGY_DOMAIN) must be a host name such as your-tenant.cognigy.ai,"
                        + " without https:// and path"));
    }

    @Test
    void theDomainBecomesTheTutorialsAddress() {
        Access access = Access.find(CognigyConfig.create(Config.empty()), Config.just(ConfigSources.create(
                Map.of("COGNIGY_DOMAIN", "t.cognigy.ai", "COGNIGY_API_KEY", "k"))), new OptionChecks());
        assertThat(access.api().map(Peer::address)).contains(new Address("https", "t.cognigy.ai", 443, "/api/v1"));
        assertThat(access.key()).contains(new Secret("k"));
        assertThat(access.toString()).doesNotContain("value=k");
    }

    @Test
    void variablesOfTheEnvironmentAreEnoughAndWhiteSpaceIsCut() {
        try (LogLines log = LogLines.caught();
                CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
                Router router = Routers.create(Map.of(), Map.of("COGNIGY_API_KEY", "  " + Routers.KEY + "\n",
                        "COGNIGY_BASE_URL", " " + cognigy.baseUrl() + "/ ", "COGNIGY_DOMAIN", "not-called.invalid"))) {
            assertThat(route(router)).isInstanceOf(Delivered.class);
            assertThat(log.lines()).containsExactlyInAnyOrder("INFO Cut white space from the ends of COGNIGY_API_KEY.",
                    "INFO Cut white space from the ends of COGNIGY_BASE_URL.");
        }
    }

    @Test
    void anOptionWinsOverItsVariable() {
        try (CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
                Router router = Routers.create(Map.of("api-key", Routers.KEY, "base-url", cognigy.baseUrl()),
                        Map.of("COGNIGY_API_KEY", "wrong", "COGNIGY_BASE_URL", "http://127.0.0.1:1"))) {
            assertThat(route(router)).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void withoutKeyAndDomainTheStartAndEachCallSayWhatToSet() {
        try (LogLines log = LogLines.caught();
                Router router = Routers.create(Map.of(), Map.of("COGNIGY_API_KEY", " "))) {
            assertThat(route(router)).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                    "No Cognigy API key is configured. Set the environment variables COGNIGY_API_KEY and"
                            + " COGNIGY_DOMAIN, or choose 'dialect: reply', which needs none."));
            assertThat(route(router)).isInstanceOf(Failed.class);
            assertThat(log.lines()).containsExactly("WARNING Sessions will not be moved: No Cognigy API key is configured."
                    + " Set the environment variables COGNIGY_API_KEY and COGNIGY_DOMAIN, or choose 'dialect: reply',"
                    + " which needs none.");
        }
    }

    @Test
    void withoutADomainEachCallSaysSo() {
        try (LogLines _ = LogLines.caught();
                Router router = Routers.create(Map.of("api-key", Routers.KEY), Map.of())) {
            assertThat(route(router)).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                    "No Cognigy domain is configured. Set the environment variable COGNIGY_DOMAIN, or choose"
                            + " 'dialect: reply', which needs none."));
        }
    }

    @Test
    void theBudgetIsTheHostsToKeepAndBelongsToTheKey() {
        assertThat(traits(Map.of("api-key", "one"))).isEqualTo(traits(Map.of("api-key", "one", "domain", "u.cognigy.ai")))
                .returns(new Limit.AtMost(50, Duration.ofMinutes(1)), Calls::limit)
                .returns(true, Calls::repeatable)
                .satisfies(calls -> assertThat(calls.account()).matches("cognigy-[0-9a-f]{32}"));
        assertThat(traits(Map.of("api-key", "other")).account()).isNotEqualTo(traits(Map.of("api-key", "one")).account());
        assertThat(traits(Map.of("requests-per-minute", "unlimited")).limit()).isEqualTo(new Limit.None());
        assertThat(traits(Map.of("requests-per-minute", "60000")).limit())
                .isEqualTo(new Limit.AtMost(60_000, Duration.ofMinutes(1)));
        try (Router reply = Routers.create(Map.of("dialect", "reply"), Map.of())) {
            assertThat(reply.traits()).isEqualTo(new RouterTraits.NoCalls());
        }
    }

    private static Calls traits(Map<String, String> options) {
        try (Router router = Routers.create(options,
                Map.of("COGNIGY_API_KEY", Routers.KEY, "COGNIGY_DOMAIN", "t.cognigy.ai"))) {
            return (Calls) router.traits();
        }
    }

    @Test
    void theReplyDialectCallsNobodyAndNeedsNothing() {
        try (CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
                Router router = Routers.create(Map.of("dialect", "reply", "base-url", cognigy.baseUrl()),
                        Map.of("COGNIGY_API_KEY", "not\u00fca key"))) {
            assertThat(route(router)).isEqualTo(new RoutingResult.NothingToSend());
            assertThat(cognigy.requests()).isEmpty();
        }
    }
}
