package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** The demo, as the README's first command plays it. */
final class DemoIT {

    @Test
    void bothConversationsArePlayedAndTheAngryOneMoves() throws Exception {
        Ended demo = Image.built().command("demo", "--once", "--port", "0").run();
        assertThat(demo.exitCode()).as(demo.err()).isEqualTo(0);
        assertThat(demo.out()).contains("session demo-ann", "session demo-ben")
                .containsPattern(
                        "Cognigy got POST /api/v1/sessions/demo-ann/update\\R.*\"escalationLevel\":\"(supervisor|manager)\"")
                .doesNotContain("/sessions/demo-ben/")
                .containsPattern("curl -s http://127\\.0\\.0\\.1:\\d+/webhook/sentiment-escalation")
                .doesNotContain("Ctrl-C", "\u001b[");
        assertThat(demo.err()).as("what would stand in the picture").isEmpty();
    }

    @Test
    void theScriptsAreShells() throws Exception {
        for (String script : List.of("demo", "src/main/image/bin/simmer")) {
            Process shell = new ProcessBuilder("sh", "-n", script).inheritIO().start();
            assertThat(shell.waitFor()).as(script).isEqualTo(0);
        }
    }
}
