package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** The commands and their exit codes. */
final class CommandsIT {

    private static Ended run(String... arguments) throws Exception {
        return Image.built().command(arguments).run();
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() throws Exception {
        Ended help = run("--help");
        assertThat(help.exitCode()).isEqualTo(0);
        assertThat(help.out()).contains("serve", "demo", "check", "plugins", "--config", "--data", "--plugins",
                "wrong use or configuration");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theVersionIsTheBuilds() throws Exception {
        Ended version = run("--version");
        assertThat(version.exitCode()).isEqualTo(0);
        assertThat(version.out()).matches("simmer \\d+\\.\\d+\\.\\d+\\R");
        assertThat(version.err()).isEmpty();
    }

    @Test
    void anUnknownOptionIsWrongUse() throws Exception {
        Ended ended = run("serve", "--prot", "8080");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--prot", "Usage: simmer serve");
    }

    @Test
    void anUnknownCommandIsWrongUseAndTheNearestIsNamed() throws Exception {
        Ended ended = run("sevre");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("'sevre'", "Did you mean: simmer serve?");
    }

    @Test
    void checkScoresALine() throws Exception {
        Ended check = run("check", "this is ridiculous, I am furious");
        assertThat(check.exitCode()).as(check.err()).isEqualTo(0);
        assertThat(check.out().lines()).satisfiesExactly(
                plugins -> assertThat(plugins).startsWith("conf/simmer.yaml is fine: model onnx ")
                        .contains("scoring blend ", "router cognigy "),
                reading -> assertThat(reading).startsWith("\"this is ridiculous, I am furious\" reads as negative 0.")
                        .containsPattern("level (supervisor|manager), for score 0\\."));
    }

    @Test
    void pluginsListsWhatIsThere() throws Exception {
        Ended plugins = run("plugins");
        assertThat(plugins.exitCode()).isEqualTo(0);
        assertThat(plugins.out().lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.replaceFirst("^(\\S+)\\s+(\\S+)\\s.*", "$1 $2"))
                .containsExactlyInAnyOrder("model oip", "model onnx", "scoring blend", "scoring decay", "scoring heat",
                        "scoring window", "router cognigy");
        assertThat(plugins.out()).contains("factor", "default 0.85", "requests-per-minute");
        assertThat(plugins.err()).isEmpty();
    }

    @Test
    void aPortInUseIsAFailureInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ended ended = Image.built().command("serve").with("SERVER_PORT", port).run();
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err().lines()).last().asString().startsWith("port " + port + " of 127.0.0.1, for the webhook")
                    .endsWith("set SERVER_PORT to another port");
            assertThat(ended.err()).doesNotContain("Exception", "\tat ", "ready: ");
        }
    }
}
