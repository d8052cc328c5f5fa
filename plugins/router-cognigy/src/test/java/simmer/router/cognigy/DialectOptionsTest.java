package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.Router;
import simmer.spi.RoutingResult;

/** The options of the dialects of Cognigy's own API, and what each of them cannot do without. */
final class DialectOptionsTest {

    private static List<OptionProblem> refused(Map<String, String> options, Map<String, String> environment) {
        return catchThrowableOfType(OptionException.class, () -> Routers.create(options, environment)).problems();
    }

    private static String lacking(Map<String, String> options) {
        try (LogLines _ = LogLines.caught(); Router router = Routers.create(options, Map.of())) {
            return ((RoutingResult.Failed) router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).message();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    context.under          | ' '          | is ' ', must have 1 to 100 characters
                    max-conversation-bytes | 1023         | is 1023, must be 1024 to 16777216
                    max-conversation-bytes | 16777217     | is 16777217, must be 1024 to 16777216
                    text                   | hi {lvl}     | holds {lvl}, which stands for nothing. There are: {id}, {level}, {score}, {reason}, {reason-code}, {flow}, {node}, {decided-at}
                    text                   | {handover}   | holds {handover}, which stands for nothing. There are: {id}, {level}, {score}, {reason}, {reason-code}, {flow}, {node}, {decided-at}
                    """)
    void aValueThatMakesNoSenseIsRefusedByItsKey(String key, String value, String sentence) {
        assertThat(refused(Map.of("dialect", "reply", key, value), Map.of()))
                .containsExactly(new OptionProblem(key, sentence));
    }

    @Test
    void aFieldNamedTwiceIsRefused() {
        assertThat(refused(Map.of("dialect", "reply", "context.fields.0", "level", "context.fields.1", "level"), Map.of()))
                .containsExactly(new OptionProblem("context.fields", "names a field twice"));
    }

    @Test
    void aLevelThatDoesNotExistIsRefusedWhereverItIsNamed() {
        Map<String, String> all = new HashMap<>(
                Map.of("simmer.levels.0.name", "standard", "simmer.levels.1.name", "manager"));
        Map.of("dialect", "reply", "states.0.level", "boss", "states.0.state", " ", "states.1.level", "manager",
                "states.1.state", "a", "states.2.level", "manager", "states.2.state", "b", "texts.0.level", "Manager",
                "texts.0.text", "").forEach((key, value) -> all.put("simmer.router.cognigy." + key, value));
        Config options = Config.just(ConfigSources.create(all)).get("simmer.router.cognigy");

        assertThat(catchThrowableOfType(OptionException.class, () -> new CognigyRouterProvider().create(options, "main"))
                .problems()).containsExactly(
                        new OptionProblem("texts[0].level", "is 'Manager', which is no level. There are: manager, standard"),
                        new OptionProblem("texts[0].text",
                                "has 0 characters, must have 1 to 4000 and not only white space"),
                        new OptionProblem("states[0].level", "is 'boss', which is no level. There are: manager, standard"),
                        new OptionProblem("states[0].state", "is ' ', must have 1 to 200 characters"),
                        new OptionProblem("states[2].level", "names 'manager' a second time"));
    }

    @Test
    void notifyNeedsToKnowWhatUsersAreTold() {
        assertThat(refused(Map.of("dialect", "notify"), Map.of())).containsExactly(new OptionProblem("text",
                "is not set, and neither is texts: the dialect notify needs to know what users are told"));
    }

    @Test
    void onlyTheEndpointsTokenMayBeAllThatIsShown() {
        for (Map<String, String> options : List.of(Map.of("dialect", "context-inject"),
                Map.of("dialect", "endpoint-inject", "endpoint-form", "deprecated"))) {
            Map<String, String> all = new HashMap<>(options);
            all.put("authentication", "none");
            assertThat(refused(all, Map.of())).containsExactly(new OptionProblem("authentication",
                    "is none, which only endpoint-inject and notify may do, in their current form"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.cognigy.ai/api/v1", "https://api-trial.cognigy.ai/new", "https://t.ai/x/new/v2.0/"})
    void anAddressThatIsNotTheApisRootIsRefused(String url) {
        assertThat(refused(Map.of("dialect", "context-inject"), Map.of("COGNIGY_BASE_URL", url))).singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).startsWith("(from COGNIGY_BASE_URL) ends with /")
                        .endsWith(", which this dialect's calls don't have: give the API's root, such as"
                                + " https://api-trial.cognigy.ai"));
    }

    @Test
    void anEndpointsWholeUrlIsRefusedWithTheTwoPartsThatAreWanted() {
        assertThat(refused(
                Map.of("dialect", "notify", "text", "a", "endpoint-url", "https://endpoint-trial.cognigy.ai/7f3a"),
                Map.of())).containsExactly(new OptionProblem("endpoint-url",
                        "(from option endpoint-url) has a path: give the"
                                + " endpoint service's root, such as https://endpoint-trial.cognigy.ai, and what follows it in the"
                                + " endpoint's URL as the option url-token or COGNIGY_URL_TOKEN"));
    }

    @Test
    void eachDialectSaysWhatItLacks() {
        String end = ", or choose 'dialect: reply', which needs none.";
        assertThat(lacking(Map.of("dialect", "context-inject"))).isEqualTo("No Cognigy API key is configured. Set the"
                + " environment variables COGNIGY_API_KEY and COGNIGY_BASE_URL" + end);
        assertThat(lacking(Map.of("dialect", "state-inject", "api-key", "k")))
                .isEqualTo("No Cognigy API address is configured."
                        + " Set the environment variable COGNIGY_BASE_URL" + end);
        assertThat(lacking(Map.of("dialect", "state-inject", "authentication", "oauth2")))
                .isEqualTo("No Cognigy OAuth2 client"
                        + " is configured. Set the environment variables COGNIGY_OAUTH_CLIENT_ID, COGNIGY_OAUTH_CLIENT_SECRET and"
                        + " COGNIGY_BASE_URL" + end);
        assertThat(lacking(Map.of("dialect", "endpoint-inject", "endpoint-url", "https://e.ai"))).isEqualTo("No Cognigy URL"
                + " token is configured. Set the environment variable COGNIGY_URL_TOKEN" + end);
        assertThat(lacking(Map.of("dialect", "endpoint-inject", "endpoint-form", "deprecated", "url-token", "t"))).isEqualTo(
                "No Cognigy API key is configured. Set the environment variables COGNIGY_API_KEY and COGNIGY_BASE_URL"
                        + end);
    }

    @Test
    void theDomainIsTheApisHost() {
        Access access = Access.find(
                CognigyConfig.create(Config.just(ConfigSources.create(Map.of("dialect", "context-inject")))),
                Config.just(ConfigSources.create(Map.of("COGNIGY_DOMAIN", "api-trial.cognigy.ai"))),
                new OptionChecks());
        assertThat(access.api().orElseThrow().address()).hasToString(
                "Address[scheme=https, host=api-trial.cognigy.ai, port=443, basePath=]");
    }

    @Test
    void noSecretIsShownByWhatHoldsIt() {
        Access access = Access.find(CognigyConfig.create(Config.empty()),
                Config.just(ConfigSources.create(Map.of("COGNIGY_API_KEY", "hush1", "COGNIGY_URL_TOKEN", "hush2",
                        "COGNIGY_OAUTH_CLIENT_ID", "me", "COGNIGY_OAUTH_CLIENT_SECRET", "hush3"))),
                new OptionChecks());
        assertThat(access.key()).isPresent();
        assertThat(access.urlToken()).isPresent();
        assertThat(access.client()).isPresent();
        assertThat(access.toString()).doesNotContain("hush");
    }
}
