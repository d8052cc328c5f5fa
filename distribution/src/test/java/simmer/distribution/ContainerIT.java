package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Release;
import simmer.distribution.fixture.RunningImage;

/** What a container makes of Simmer, without one: it is the first process, and the recipe's health check looks at it. */
final class ContainerIT {

    /** A process namespace of its own, which a user may have where the system allows it. */
    private static final List<String> FIRST_PROCESS = List.of("unshare", "--user", "--map-root-user", "--pid", "--fork",
            "--mount-proc");
    private static final String ADMINISTRATION_PORT = "8081";

    @Test
    void theHealthCheckOfTheRecipeTellsWhetherSimmerLives() throws Exception {
        try (RunningImage simmer = RunningImage.of(serve())) {
            Command check = healthCheck(simmer.administrationPort());
            assertThat(check.run().exitCode()).as("while it serves").isZero();
            simmer.terminate();
            assertThat(simmer.awaitExit()).isZero();
            assertThat(check.run().exitCode()).as("when it has ended").isNotZero();
        }
    }

    @Test
    void asTheFirstProcessItAnswersAndStopsInOrder() throws Exception {
        assumeTrue(Command.ofWords(List.of("sh", "-c", String.join(" ", FIRST_PROCESS) + " true")).run().exitCode() == 0,
                "no process namespaces here");
        try (RunningImage simmer = RunningImage.of(serve().by(FIRST_PROCESS))) {
            assertThat(simmer.say("s", "you are useless").getString("sessionId")).isEqualTo("s");
            simmer.terminate();
            assertThat(simmer.awaitExit()).as(simmer.log()).isZero();
            assertThat(simmer.log()).contains("stopping", "stopped").doesNotContain("[aot");
        }
    }

    private static Command serve() {
        return Image.built().command("serve").with("SIMMER_ROUTER_COGNIGY_DIALECT", "reply");
    }

    /** The words behind the recipe's HEALTHCHECK, as a container engine runs them, for another port. */
    private static Command healthCheck(int port) throws IOException {
        String recipe = Files.readString(Release.recipes().resolve("container/Containerfile"));
        int words = recipe.indexOf('[', recipe.indexOf("CMD", recipe.indexOf("HEALTHCHECK")));
        try (JsonReader reader = Json.createReader(new StringReader(recipe.substring(words, recipe.indexOf('\n', words))))) {
            return Command.ofWords(reader.readArray().getValuesAs(JsonString::getString).stream()
                    .map(word -> word.replace(ADMINISTRATION_PORT, Integer.toString(port))).toList());
        }
    }
}
