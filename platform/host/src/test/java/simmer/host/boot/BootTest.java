package simmer.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.EnvironmentCheck;
import simmer.host.configuration.Installation;
import simmer.host.fixture.Home;
import simmer.host.fixture.Jar;
import simmer.testkit.ClosedPort;

final class BootTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Home home() throws IOException {
        return new Home(folder);
    }

    private String refusal(Home home) throws IOException {
        Installation installation = home.installation();
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class,
                () -> Simmer.start(installation).close());
        assertThat(refused).as("the start was refused").isNotNull();
        return String.valueOf(refused.getMessage());
    }

    @BeforeEach
    void forgetWhatWasClosed() {
        System.clearProperty("simmer.test.closed");
    }

    @Test
    void aMisspeltKeyNamesTheOneThatWasMeant() throws IOException {
        assertThat(refusal(home().with("model: {numbers: {}}", "model: {numbers: {thread: 2}}"))).isEqualTo(
                """
                        conf/simmer.yaml: 1 error, nothing was started.
                          simmer.model.numbers.thread  is no option of 'numbers'. Did you mean 'threads'? (threads that read at once: \
                        1 to 8; default 1)""");
    }

    @Test
    void everyErrorIsToldAtOnce() throws IOException {
        String report = refusal(home().with("answer-within: PT2S", "answer-within: 2 seconds\n  anser: {}")
                .with("{numbers: {}}", "{numbres: {}}").with("{newest: {}}", "{newest: {factor: 1}}")
                .with("from: 0.65", "from: 0.30").with("server:", "sever:"));
        assertThat(report.lines()).containsExactly(
                "conf/simmer.yaml: 6 errors, nothing was started.",
                "  sever                         is no key of Simmer's. Did you mean 'server'?",
                "  simmer.anser                  is no option of 'simmer'. Did you mean 'answer'? (what goes back)",
                "  simmer.answer-within          is '2 seconds', must be a duration such as PT2S or PT0.5S (how long a webhook"
                        + " may take, whatever Cognigy or the model does: PT0.1S to PT30S; default PT2S)",
                "  simmer.levels[2].from         is 0.3, must be over 0.35, where the level before it begins",
                "  simmer.model.numbres          no plugin of kind 'model' has this key. Did you mean 'numbers'? In the plugins"
                        + " folder: numbers",
                "  simmer.scoring.newest.factor  is no option of 'newest'. It has none");
    }

    @Test
    void aValueOfTheHostOutOfRangeSaysTheRange() throws IOException {
        assertThat(refusal(home().with("PT2S", "PT31S").with("server:", "  webhook: {max-turns: 0}\nserver:")))
                .contains("simmer.answer-within      is PT31S, must be PT0.1S to PT30S")
                .contains("simmer.webhook.max-turns  is 0, must be 1 to 1000");
    }

    @Test
    void whatGoesIntoAHandoverHasBounds() throws IOException {
        String report = refusal(home().with("from: 0.35,", "from: 0.35, skill: \"\", priority: -1,")
                .with("from: 0.65,", "from: 0.65, skill: " + "s".repeat(101) + ", priority: 101,")
                .with("name: manager", "name: " + "m".repeat(101)));
        assertThat(report).containsPattern("levels\\[1\\].skill +has 0 characters, must be 1 to 100")
                .containsPattern("levels\\[1\\].priority +is -1, must be 0 to 100")
                .containsPattern("levels\\[2\\].skill +has 101 characters, must be 1 to 100")
                .containsPattern("levels\\[2\\].priority +is 101, must be 0 to 100")
                .containsPattern("levels\\[2\\].name +has 101 characters, must be 1 to 100");
    }

    @Test
    void thePolicysAndTheMemorysNumbersHaveRanges() throws IOException {
        assertThat(refusal(home().with("server:", """
                  policy: {hysteresis: 0.6, opening-margin: -1, sign-margin: .nan, least-turns: 0, minimum-stay: P2D, \
                cooldown: P2D, handover-from: boss, time-out: PT1S}
                  session: {max-turns: 0, max-answers: 33, same-turn-within: PT11M, remember-for: PT1S, hash-key: short}
                server:""")).lines().map(String::strip)).contains(
                "simmer.policy.hysteresis         is 0.6, must be 0 to 0.5",
                "simmer.policy.opening-margin     is -1.0, must be 0 to 0.5",
                "simmer.policy.sign-margin        is NaN, must be 0 to 0.5",
                "simmer.policy.least-turns        is 0, must be 1 to 20",
                "simmer.policy.minimum-stay       is PT48H, must be PT0S to PT24H",
                "simmer.policy.cooldown           is PT48H, must be PT0S to PT24H",
                "simmer.policy.handover-from      is 'boss', must be a level's name: standard, supervisor, manager",
                "simmer.policy.time-out           is PT1S, must be PT1M to PT168H",
                "simmer.session.max-turns         is 0, must be 1 to 1000",
                "simmer.session.max-answers       is 33, must be 1 to 32",
                "simmer.session.same-turn-within  is PT11M, must be PT0S to PT10M",
                "simmer.session.remember-for      is PT1S, must be PT1M to PT168H",
                "simmer.session.hash-key          has 5 characters, must be 16 or more");
    }

    @Test
    void deliveryIsCheckedToTheLastOption() throws IOException {
        assertThat(refusal(home().with("server:", """
                  delivery:
                    retries: 11
                    retry-wait: PT0S
                    backoff: PT30M
                    max-backoff: PT1M
                    jitter: 1.5
                    max-attempts: 0
                    give-up-after: PT1S
                    call-within: PT2M
                    parallel: 0
                    probe-every: PT0S
                    breaker-failures: 0
                    breaker-wait: PT0S
                    drain-within: PT2M
                server:""")).lines().skip(1)).containsExactly(
                "  simmer.delivery.retries           is 11, must be 0 to 10",
                "  simmer.delivery.retry-wait        is PT0S, must be PT0.001S to PT1M",
                "  simmer.delivery.max-backoff       is PT1M, must be PT30M to PT24H",
                "  simmer.delivery.jitter            is 1.5, must be 0 to 1",
                "  simmer.delivery.max-attempts      is 0, must be 1 to 1000",
                "  simmer.delivery.give-up-after     is PT1S, must be PT1M to PT720H",
                "  simmer.delivery.call-within       is PT2M, must be PT0.1S to PT1M",
                "  simmer.delivery.parallel          is 0, must be 1 to 256",
                "  simmer.delivery.probe-every       is PT0S, must be PT1S to PT24H",
                "  simmer.delivery.breaker-failures  is 0, must be 1 to 1000",
                "  simmer.delivery.breaker-wait      is PT0S, must be PT0.01S to PT1M",
                "  simmer.delivery.drain-within      is PT2M, must be PT0S to PT1M");
    }

    @Test
    void aValueOfAPluginOutOfRangeSaysWhatThePluginSays() throws IOException {
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {threads: 9, path: gone}}")))
                .contains("simmer.model.numbers.threads  is 9, must be 1 to 8")
                .contains("simmer.model.numbers.path     is " + folder.resolve("gone") + ", where no folder is");
    }

    @Test
    void hardRulesAreCheckedToTheLastPhrase() throws IOException {
        assertThat(refusal(home().with("server:", """
                  rules:
                    without: [abuze]
                    own:
                      - {name: Bad Name, level: boss, phrases: [{language: english, any: [refund]}]}
                      - {name: refund, phrases: [{language: en, any: ["(refund"]}]}
                server:""")).lines().skip(1)).containsExactly(
                "  simmer.rules.without                     holds 'abuze', which is no built-in rule; they are"
                        + " wish-for-human, legal-threat, threat-to-leave, abuse",
                "  simmer.rules.own[0].name                 is 'Bad Name', must be lower case letters, digits and"
                        + " dashes, up to 40",
                "  simmer.rules.own[0].level                is 'boss', must be a level's name: standard, supervisor,"
                        + " manager",
                "  simmer.rules.own[0].phrases[0].language  is 'english', must be a primary tag such as en",
                "  simmer.rules.own[1].level                is missing: the level that the rule raises to",
                "  simmer.rules.own[1].phrases[0]           the phrase '(refund' has no ')' for the '(' at"
                        + " character 1");
    }

    @Test
    void hardRulesAreCheckedBesideAllTheRest() throws IOException {
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {threads: 9}}").with("server:", """
                  delivery: {retries: 11}
                  rules: {without: [abuze]}
                server:""")).lines().skip(1).map(line -> line.strip().replaceAll("  +.*", ""))).containsExactlyInAnyOrder(
                "simmer.delivery.retries", "simmer.model.numbers.threads", "simmer.rules.without");
    }

    @Test
    void whatCantBeReadWithoutItIsMissed() throws IOException {
        assertThat(refusal(home().with("server:", """
                  tracing: {service-name: us}
                  rules: {own: [{level: manager, phrases: [{any: [refund]}]}]}
                server:""")).lines().skip(1).map(line -> line.strip().replaceAll("  +", " - "))).containsExactlyInAnyOrder(
                "simmer.tracing.endpoint - is missing or empty",
                "simmer.rules.own[0].name - is missing or empty",
                "simmer.rules.own[0].phrases[0].language - is missing or empty");
        assertThat(refusal(home().with("server:", "  tracing: {endpoint: \"collector:4318\"}\nserver:")))
                .contains("simmer.tracing.endpoint  must be http://HOST:PORT/PATH");
    }

    @Test
    void theFirstLevelBeginsAtZero() throws IOException {
        assertThat(refusal(home().with("from: 0.00", "from: 0.10")))
                .contains("simmer.levels[0].from  is 0.1, must be 0: below it there would be no level");
    }

    @Test
    void levelsNeedNamesFlowsAndNodes() throws IOException {
        assertThat(refusal(home().with("name: manager, ", "name: supervisor,").with("flow: manager_escalation, ", "")))
                .contains("simmer.levels[2].name  is 'supervisor', as another level's is: give each a name of its own")
                .contains("simmer.levels[2].flow  is missing or empty");
    }

    @Test
    void aSlotTakesOnePlugin() throws IOException {
        assertThat(refusal(home().with("{newest: {}}", "{newest: {}, decay: {}}").with("  router: {scripted: {}}\n", "")))
                .contains(
                        "simmer.scoring  names 2 plugins: name one as 'scoring: {KEY: {…}}'. In the plugins folder: newest")
                .contains(
                        "simmer.router   names no plugin: name one as 'router: {KEY: {…}}'. In the plugins folder: scripted");
    }

    @Test
    void aFallbackIsCheckedLikeAnyPlugin() throws IOException {
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {}, fallback: {numbers: {thread: 1}}}")))
                .contains("simmer.model.fallback.numbers.thread  is no option of 'numbers'. Did you mean 'threads'?");
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {}, fallback: {numbers: {threads: 9}}}")))
                .contains("simmer.model.fallback.numbers.threads  is 9, must be 1 to 8");
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {}, fallback: {numbres: {}}}")))
                .contains("simmer.model.fallback.numbres  no plugin of kind 'model' has this key. Did you mean 'numbers'?");
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {}, fallback: {numbers: {}, onnx: {}}}")))
                .contains("simmer.model.fallback  names 2 plugins: name one as 'fallback: {KEY: {…}}'.");
        assertThat(refusal(home().with("{numbers: {}}", "{fallback: {numbers: {}}}")))
                .contains("simmer.model  names no plugin: name one as 'model: {KEY: {…}}'.");
        assertThat(refusal(home().with("{newest: {}}", "{newest: {}, fallback: {newest: {}}}")))
                .contains("simmer.scoring  names 2 plugins");
    }

    @Test
    void theEnvironmentReachesTheFallbacksOptions() throws IOException {
        assertThat(refusal(home().with("{numbers: {}}", "{numbers: {}, fallback: {numbers: {}}}")
                .environment("SIMMER_MODEL_FALLBACK_NUMBERS_THREADS", "9")))
                .contains("simmer.model.fallback.numbers.threads  is 9, must be 1 to 8");
    }

    @Test
    void aModelThatIsAwayStopsTheStartUnlessItHasAFallback() throws IOException {
        String away = "{numbers: {outage: the server is away}}";
        assertThat(refusal(home().with("{numbers: {}}", away))).contains("simmer.model  the server is away");
        assertThat(Trial.of(home().with("{numbers: {}}", away.replace("}}", "}, fallback: {numbers: {}}}")).installation(),
                "0.7"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("model numbers ", "model fallback numbers "),
                        second -> assertThat(second).isEqualTo("model numbers is away, so its fallback read this:"),
                        third -> assertThat(third).startsWith("\"0.7\" reads as negative 0.70"));
    }

    @Test
    void malformedYamlNamesLineAndColumn() throws IOException {
        assertThat(refusal(home().yaml("simmer:\n  levels: [}\n"))).contains("is no YAML at line 2, column 12: ");
        assertThat(refusal(home().yaml("simmer: {}\nsimmer: {}\n"))).contains("is no YAML at line 2, column 1: ")
                .contains("duplicate key simmer");
        assertThat(refusal(home().yaml("- a list"))).contains("holds no keys: it begins with 'simmer:'");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Installation installation = home().installation().withConfiguration(folder.resolve("conf/other.yaml"));
        assertThatThrownBy(() -> Simmer.start(installation)).hasMessage("""
                conf/other.yaml: 1 error, nothing was started.
                  %s  there is no such file: give one with --config FILE""".formatted(folder.resolve("conf/other.yaml")));
    }

    @Test
    void aBrokenJarStopsTheStart() throws IOException {
        Home home = home();
        Files.writeString(home.plugins().resolve("half.jar"), "PK no more came");
        assertThat(refusal(home)).contains(home.plugins().resolve("half.jar") + "  half.jar is no jar, or a broken one (");
    }

    @Test
    void aReferenceToAVariableThatIsNotSetIsNoValue() throws IOException {
        assertThat(refusal(home().with("server:", "  webhook: {api-keys: [\"${SIMMER_INBOUND_KEY_OF_OURS}\"]}\nserver:")))
                .contains("simmer.webhook.api-keys[0]  refers to ${SIMMER_INBOUND_KEY_OF_OURS}: there is no such environment"
                        + " variable");
    }

    @Test
    void aMapIsNoList() throws IOException {
        assertThat(refusal(home().with("server:", "  webhook: {api-keys: {a: abcdefghijklmnopq}}\nserver:")))
                .contains("simmer.webhook.api-keys  takes a list (keys of which a caller must send one,");
        assertThat(refusal(home().with("  levels:\n", "  levels: {a: {name: x}}\n  levles:\n")))
                .contains("simmer.levels  takes a list", "Did you mean 'levels'?");
    }

    @Test
    void aSectionIsNoValueAndItsValueIsNotShown() throws IOException {
        assertThat(refusal(home().with("server:", "  webhook: sk_live_secret\nserver:")))
                .contains("simmer.webhook  takes options below it, not a value").doesNotContain("sk_live");
    }

    @Test
    void aNumberThatIsNoneIsReportedOnce() throws IOException {
        assertThat(refusal(home().with("server:", "  webhook: {max-turns: 0.5, max-depth: 5000000000}\nserver:")).lines())
                .hasSize(3)
                .anyMatch(line -> line
                        .startsWith("  simmer.webhook.max-turns  is '0.5', must be a whole number, up to 2147483647"))
                .anyMatch(line -> line.startsWith("  simmer.webhook.max-depth  is '5000000000', must be a whole number,"));
    }

    @Test
    void theBoundsOfReadingAreChecked() throws IOException {
        assertThat(refusal(home().with("server:", "  reading: {within: PT1M, max-queued-tokens: 10}\nserver:")))
                .contains("simmer.reading.within             is PT1M, must be PT0.01S to PT30S",
                        "simmer.reading.max-queued-tokens  is 10, must be 512 to 10000000");
    }

    @Test
    void thereIsOneMoreSocketAndItsKeysAreChecked() throws IOException {
        assertThat(refusal(home().with("admin: {port: 0}", "adnim: {port: 1}\n    admin: {prot: 3}")))
                .contains("server.sockets.adnim       is no socket of Simmer's. There is one: 'admin: {port: 8081}'")
                .contains("server.sockets.admin.prot  is no option of 'admin'. Did you mean 'port'?");
    }

    @Test
    void portsAreCheckedWhereverTheyComeFrom() throws IOException {
        assertThat(refusal(home().environment("SERVER_PORT", "tcp://10.0.0.1:80")))
                .contains("server.port  is 'tcp://10.0.0.1:80', must be a whole number")
                .endsWith("(from the environment variable SERVER_PORT)");
        assertThat(refusal(home().environment("SERVER_PORT", "70000")))
                .contains("server.port  is 70000, must be 0 to 65535");
        assertThat(refusal(home().environment("SERVER_PORT", "18077").environment("SERVER_SOCKETS_ADMIN_PORT", "18077")))
                .contains("server.sockets.admin.port  is 18077, as server.port is: give each socket a port of its own");
    }

    @Test
    void whatHelidonCannotUseIsToldWithoutAStackTrace() throws IOException {
        assertThat(refusal(
                home().with("  port: 0", "  port: 0\n  tls: {private-key: {pem: {key: {resource: {path: gone.pem}}}}}")))
                .contains("\n  server  can't be used: ");
    }

    @Test
    void theServersCertificatesLieBesideTheConfigurationsFolder() throws IOException {
        Files.writeString(folder.resolve("key.pem"), "no key at all");
        assertThat(refusal(
                home().with("  port: 0", "  port: 0\n  tls: {private-key: {pem: {key: {resource: {path: key.pem}}}}}")))
                .contains("\n  server  can't be used: ").doesNotContain("NoSuchFile");
        assertThat(refusal(
                home().with("  port: 0", "  port: 0\n  tls: {private-key: {pem: {key: {resource: {path: gone.pem}}}}}")))
                .contains(folder.resolve("gone.pem").toString());
    }

    @Test
    void aVariableThatOverridesNothingIsNamedWithWhatWasMeant() throws IOException {
        ConfigurationFile file = ConfigurationFile.read(home().environment("SIMMER_ANSWER_WITHIN", "PT3S")
                .environment("SIMMER_ROUTER_COGNIGY_RETRIES", "1").environment("SIMMER_LEVELS_2_FROM", "0.7")
                .environment("SIMMER_PORT_8080_TCP", "tcp://x").environment("SIMMER_JAVA_OPTIONS", "-Xmx1g").installation());
        assertThat(EnvironmentCheck.warnings(file, Set.of("simmer.answer-within", "simmer.levels.#.from"))).containsExactly(
                "the environment variable SIMMER_ANSWER_WITHIN overrides no option: a dot is _ and a dash is _dash_. Did you mean"
                        + " SIMMER_ANSWER_dash_WITHIN?",
                "the environment variable SIMMER_ROUTER_COGNIGY_RETRIES overrides no option: a dot is _ and a dash is _dash_");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        assertThat(refusal(home().environment("SIMMER_MODEL_NUMBERS_THREADS", "12")
                .environment("SIMMER_ANSWER_dash_WITHIN", "PT1M")))
                .contains("simmer.model.numbers.threads  is 12, must be 1 to 8")
                .contains("simmer.answer-within          is PT1M, must be PT0.1S to PT30S");
        assertThat(refusal(new Home(folder).environment("SIMMER_ANSWER_dash_WITHIN", "soon")))
                .contains("simmer.answer-within  is 'soon'")
                .endsWith("(from the environment variable SIMMER_ANSWER_dash_WITHIN)");
    }

    @Test
    void variablesThatHappenToBeginWithOurNameDoNoHarm() throws IOException {
        // Kubernetes sets such ones for a service named simmer.
        Installation installation = home().environment("SIMMER_PORT", "tcp://10.0.0.1:8080")
                .environment("SIMMER_SERVICE_HOST", "10.0.0.1").installation();
        try (Simmer simmer = Simmer.start(installation)) {
            assertThat(simmer.port()).isPositive();
        }
    }

    @Test
    void whatAHalfFinishedStartOpenedIsClosedAgain() throws IOException {
        assertThat(refusal(home().with("router: {scripted: {}}", "router: {gone: {}}"))).contains("simmer.router.gone");
        assertThat(System.getProperty("simmer.test.closed")).isEqualTo("numbers");
    }

    @Test
    void aTakenPortIsNamedAndEverythingIsClosed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            Installation installation = home().environment("SERVER_PORT", Integer.toString(taken.getLocalPort()))
                    .installation();
            assertThatThrownBy(() -> Simmer.start(installation)).isInstanceOf(PortException.class)
                    .hasMessage(
                            "port " + taken.getLocalPort() + " of 127.0.0.1, for the webhook, can't be had (Address already"
                                    + " in use): stop what listens there, or set SERVER_PORT to another port");
            assertThat(System.getProperty("simmer.test.closed")).isEqualTo("numbers");
        }
    }

    @Test
    void shortApiKeysAreRefusedWithoutBeingShown() throws IOException {
        assertThat(refusal(home().with("server:", "  webhook: {api-keys: [hush-hush]}\nserver:")))
                .contains("simmer.webhook.api-keys  holds a key of 9 characters, must be 16 or more").doesNotContain("hush");
    }

    private String refusalOfStore(String store) throws IOException {
        return refusal(new Home(folder).with("server:", "  store: " + store + "\nserver:"));
    }

    @Test
    void thereIsOneStore() throws IOException {
        assertThat(refusalOfStore("{embedded: {}, postgres: {url: 'jdbc:postgresql://db/simmer', user: simmer}}"))
                .contains("simmer.store  names two stores: keep 'embedded' or 'postgres'");
        assertThat(refusalOfStore("{sqlite: {}}"))
                .contains("simmer.store.sqlite  is no option of 'store'. It has: embedded,");
    }

    @Test
    void aStoresOptionsAreChecked() throws IOException {
        assertThat(refusalOfStore("{embedded: {timeout: PT1M}}"))
                .contains("simmer.store.embedded.timeout  is PT1M, must be PT0.1S to PT30S");
        assertThat(refusalOfStore("{postgres: {url: 'postgres://db/simmer', pool-size: 0}}"))
                .contains("simmer.store.postgres.user       is missing or empty")
                .contains("simmer.store.postgres.pool-size  is 0, must be 1 to 200")
                .contains("simmer.store.postgres.url        must be jdbc:postgresql://HOST:PORT/DATABASE");
        assertThat(refusalOfStore("{postgres: {url: 'jdbc:postgresql://db/simmer?password=hush', user: simmer}}"))
                .contains("simmer.store.postgres.url  holds a user or a password: they belong in simmer.store.postgres.user"
                        + " and .password")
                .doesNotContain("hush");
    }

    @Test
    void aStoreThatIsAwayStopsTheStartInASentence() throws IOException {
        try (ClosedPort closed = ClosedPort.hold()) {
            String server = "postgresql://127.0.0.1:" + closed.number() + "/simmer";
            assertThat(refusalOfStore(
                    "{postgres: {url: 'jdbc:" + server + "', user: simmer, password: hush, wait-at-start: PT0S}}"))
                    .contains("  simmer.store  the store at " + server + " can't be reached (").doesNotContain("hush");
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsRefusedAndATrialIsNot() throws IOException {
        Installation installation = home().installation();
        try (Simmer _ = Simmer.start(installation)) {
            assertThat(refusal(home())).contains("conf/simmer.yaml: 1 error, nothing was started.\n"
                    + "  simmer.store  the data folder " + folder.resolve("data") + " is in use by another Simmer (process "
                    + ProcessHandle.current().pid()
                    + "): stop that one, or give this one a folder of its own with --data DIR");
            assertThat(Trial.of(installation, "0.7")).hasSize(2);
        }
    }

    @Test
    void aTrialScoresALine() throws IOException {
        assertThat(Trial.of(home().installation(), "0.7")).isEqualTo(List.of(
                "conf/simmer.yaml is fine: model numbers 1.2.3, scoring newest 1.2.3, router scripted 1.2.3",
                "\"0.7\" reads as negative 0.70, neutral 0.30, positive 0.00: level manager, for score 0.70 is at or over"
                        + " manager (0.65)"));
        assertThat(System.getProperty("simmer.test.closed")).isEqualTo("numbers");
    }

    @Test
    void theListOfPluginsShowsTheirOptions() throws IOException {
        Home home = home();
        Jar.bare().write(home.plugins().resolve("empty.jar"));
        PluginList list = PluginList.of(home.installation());
        assertThat(list.lines())
                .anyMatch(line -> line.matches("model +numbers +version 1\\.2\\.3, SPI \\[1\\.0,2\\.0\\), .*"))
                .anyMatch(line -> line.equals("           threads  (threads that read at once: 1 to 8; default 1)"));
        assertThat(list.problems()).singleElement().asString().contains("empty.jar: no provider in it");
    }

    @Test
    void credentialsAreCheckedToTheLastAndNeverRepeated() throws IOException {
        Path gone = folder.resolve("gone");
        String report = refusal(home().with("server:", """
                  webhook:
                    api-keys: [short-key, "hmac-sha256:00:11", long-enough-to-be-a-key]
                    users: [{name: "a:b", password: long-enough-to-be-one}, {name: c, password: weak}]
                    tokens: {issuer: "https://issuer.example"}
                  administration: {api-keys: [weak]}
                server:""").environment("COGNIGY_API_KEY_FILE", gone.toString()));
        assertThat(report.lines().skip(1).map(line -> line.strip().replaceAll("  +", " - "))).containsExactlyInAnyOrder(
                "COGNIGY_API_KEY_FILE - names " + gone + ", which can't be used"
                        + " (java.nio.file.NoSuchFileException: " + gone + ")",
                "simmer.webhook.api-keys - holds a key of 9 characters, must be 16 or more",
                "simmer.webhook.api-keys - holds a hash that is not whole: make it with 'simmer hash-key'",
                "simmer.webhook.users[0].name - is missing or empty, or holds a colon, which no name sent as Basic can",
                "simmer.webhook.users[1].password - holds a password of 4 characters, must be 16 or more",
                "simmer.webhook.tokens.key-set - is missing or empty",
                "simmer.webhook.tokens.audience - is missing or empty",
                "simmer.administration.api-keys - holds a key of 4 characters, must be 16 or more");
        assertThat(report).doesNotContain("short-key").doesNotContain("weak").doesNotContain("00:11");
    }

    @Test
    void aKeySetComesByAWayThatNobodyElseCanWriteOn() throws IOException {
        String tokens = "  webhook: {tokens: {key-set: \"%s\", issuer: i, audience: a}}\nserver:";
        assertThat(refusal(home().with("server:", tokens.formatted("http://issuer.example/keys"))))
                .contains("simmer.webhook.tokens.key-set  must be https, for whoever could change");
        assertThat(refusal(home().with("server:", tokens.formatted("http://127.0.0.1.issuer.example/keys"))))
                .contains("simmer.webhook.tokens.key-set  must be https");
        assertThat(refusal(home().with("server:", tokens.formatted("http://[")))).contains("must be an address or a path");
        for (String neither : List.of("file:keys.json", "ldap://issuer.example/keys", "https:keys.json")) {
            assertThat(refusal(home().with("server:", tokens.formatted(neither))))
                    .contains("simmer.webhook.tokens.key-set  must be an https or http address, or the path of a file");
        }
    }

    @Test
    void aSecretIsSetInOneWay() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from-a-file-of-its-own");
        assertThat(refusal(home().environment("COGNIGY_API_KEY_FILE", file.toString()).environment("COGNIGY_API_KEY", "x")))
                .contains("COGNIGY_API_KEY_FILE  is set, and COGNIGY_API_KEY too: keep one of the two");
    }

    @Test
    void theServersLimitsHaveRanges() throws IOException {
        assertThat(refusal(home().with("  port: 0\n", """
                  port: 0
                  max-tcp-connections: -1
                  protocols: {http_1_1: {max-headers-size: 100}}
                """).with("admin: {port: 0}", "admin: {port: 0, max-tcp-connections: 0}")).lines().skip(1)
                .map(line -> line.strip().replaceAll("  +", " - ")))
                .containsExactlyInAnyOrder(
                        "server.max-tcp-connections - is -1, must be 1 to 65536",
                        "server.protocols.http_1_1.max-headers-size - is 100, must be 1024 to 262144",
                        "server.sockets.admin.max-tcp-connections - is 0, must be 1 to 65536");
    }
}
