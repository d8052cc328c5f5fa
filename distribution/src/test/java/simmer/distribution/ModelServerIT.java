package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;
import simmer.testkit.Await;
import simmer.testkit.ClosedPort;
import simmer.testkit.Triton;

/** The shipped model behind a model server, by the configuration alone, beside the one in the process. */
@Timeout(300)
@ExtendWith(SharedSimmer.class)
final class ModelServerIT {

    private static final String IN_THE_PROCESS = "{onnx: {path: models/simmer-en}}";

    private static final List<String> CONVERSATION = List.of("hello", "where is my parcel", "that does not help me",
            "still waiting, this is the third time I ask", "are you kidding me, nobody answers",
            "I hate this, worst support ever", "ok, thank you", "perfect, thank you so much");

    private final Image image = Image.built();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** The shipped configuration with another model. */
    private String configuration(String model) throws IOException {
        String shipped = Files.readString(image.home().resolve("conf/simmer.yaml"));
        assertThat(shipped).contains(IN_THE_PROCESS);
        return Files.writeString(folder.resolve("mine.yaml"), shipped.replace(IN_THE_PROCESS, model)).toString();
    }

    private RunningImage running(String model) throws Exception {
        return RunningImage.of(image.command("--config", configuration(model)));
    }

    private static String server(String url, String more) {
        return "oip: {urls: [\"" + url + "\"], model: simmer-en, path: models/simmer-en, timeout: PT5S, probe-every: PT0.2S"
                + more + "}";
    }

    private static List<JsonObject> converse(RunningImage simmer, String session) throws Exception {
        List<JsonObject> answers = new ArrayList<>();
        for (int i = 0; i < CONVERSATION.size(); i++) {
            answers.add(simmer.say(session, CONVERSATION.subList(0, i), CONVERSATION.get(i)));
        }
        return answers;
    }

    private static void assertSameDecisions(List<JsonObject> some, List<JsonObject> others) {
        assertThat(some).extracting(answer -> answer.getString("decidedLevel"))
                .containsExactlyElementsOf(others.stream().map(answer -> answer.getString("decidedLevel")).toList())
                .contains("standard", "supervisor");
        for (int i = 0; i < some.size(); i++) {
            assertThat(score(some.get(i))).as(CONVERSATION.get(i)).isEqualTo(score(others.get(i)), within(0.01));
        }
    }

    private static double score(JsonObject answer) {
        return answer.getJsonNumber("frustrationScore").doubleValue();
    }

    @Test
    void aServerThatIsAwayLeavesTheReadingToTheFallback(RunningImage shared) throws Exception {
        try (ClosedPort away = ClosedPort.hold();
                RunningImage simmer = running(
                        "{" + server(away.url(), ", wait-at-start: PT0S") + ", fallback: " + IN_THE_PROCESS + "}")) {
            assertThat(simmer.log()).contains("model: oip ", "model fallback: onnx ", "its fallback onnx does");
            List<JsonObject> answers = converse(simmer, "fallback");
            assertThat(answers).allSatisfy(answer -> assertThat(answer.getString("model")).isEqualTo("fallback"));
            assertSameDecisions(answers, converse(shared, "as-the-fallback"));
            assertThat(simmer.get(simmer.administrationPort(), "/observe/health/ready").body())
                    .contains("takes no connections");
        }
    }

    @Test
    void withoutFallbackTheStartSaysWhichServerIsAway() throws Exception {
        try (ClosedPort away = ClosedPort.hold()) {
            String file = configuration("{" + server(away.url(), ", wait-at-start: PT0S, token: t0p-s3cret") + "}");
            Ended ended = image.command("check", "--config", file).run();
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.problems())
                    .containsExactly("simmer.model  the model server " + away.url() + " takes no connections");
            assertThat(ended.err() + ended.out()).doesNotContain("t0p-s3cret");
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Triton.PYTHON, matches = ".+", disabledReason = Triton.NOT_INSTALLED)
    void aRealServerDecidesAsTheModelInTheProcessAndMayGoAndComeBack(RunningImage shared) throws Exception {
        try (Triton triton = Triton.start(Path.of(System.getProperty("simmer.serve")), image.model(),
                Path.of(System.getProperty("simmer.serve.log")));
                RunningImage simmer = running("{" + server(triton.url(), ", wait-at-start: " + Triton.LONGEST_START)
                        + ", fallback: " + IN_THE_PROCESS + "}")) {
            List<JsonObject> answers = converse(simmer, "server");
            assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContainKey("model"));
            assertSameDecisions(answers, converse(shared, "as-the-server"));

            triton.kill();
            Await.until("the outage is noticed", () -> isOut(simmer));
            assertThat(simmer.say("while-away", "this is new to both").getString("model")).isEqualTo("fallback");
            triton.restart();
            Await.until("it is back", Triton.LONGEST_START, () -> !isOut(simmer));
            assertThat(simmer.say("back", "this is new again")).doesNotContainKey("model");
        }
    }

    private static boolean isOut(RunningImage simmer) throws Exception {
        return simmer.get(simmer.administrationPort(), "/observe/health/ready").body().contains("\"outage\"");
    }
}
