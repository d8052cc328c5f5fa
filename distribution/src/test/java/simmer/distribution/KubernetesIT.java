package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Release;

/** The manifests of the release, without a cluster. */
final class KubernetesIT {

    private static final Pattern VARIABLE = Pattern.compile("(?m)^  ([A-Z_]+): (.*)$");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path manifests = Path.of("set before each test");

    @BeforeEach
    void unpack() throws Exception {
        manifests = Release.unpack(Release.manifests(), folder);
    }

    private String text(String name) throws IOException {
        return Files.readString(manifests.resolve(name));
    }

    /** Tries the manifests' configuration with the variables of a secret. */
    private Ended check(String secret) throws Exception {
        Command check = Image.built().command("check", "--config", manifests.resolve("simmer.yaml").toString());
        VARIABLE.matcher(secret).results().forEach(variable -> check.with(variable.group(1), variable.group(2)));
        return check.run();
    }

    @Test
    void theyNameThePortsThatSimmerHas() throws Exception {
        assertThat(text("deployment.yaml")).contains("containerPort: 8080", "containerPort: 8081", "/observe/health/ready",
                "/observe/health/live", "readOnlyRootFilesystem: true", "runAsNonRoot: true");
        assertThat(text("kustomization.yaml")).contains("secret.yaml", "deployment.yaml", "service.yaml",
                "disruption-budget.yaml", "autoscaler.yaml");
    }

    @Test
    void theImageIsOfTheRelease() throws Exception {
        assertThat(text("kustomization.yaml")).contains("newTag: \"" + Release.version() + "\"").doesNotContain("@");
        assumeTrue(Command.ofWords(List.of("sh", "-c", "command -v kubectl")).run().exitCode() == 0,
                "there is no kubectl here");
        Ended all = Command.ofWords(List.of("kubectl", "kustomize", manifests.toString())).run();
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.out()).contains("image: registry.example.org/simmer:" + Release.version() + "\n");
    }

    @Test
    void theStartRefusesTheKeysThatEverybodyKnows() throws Exception {
        Ended refused = check(text("secret.yaml"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.problems()).satisfiesExactlyInAnyOrder(
                problem -> assertThat(problem).startsWith("simmer.webhook.api-keys ").contains("16 or more"),
                problem -> assertThat(problem).startsWith("simmer.session.hash-key ").contains("16"));
    }

    @Test
    void withKeysOfOnesOwnTheConfigurationIsFine() throws Exception {
        Ended check = check(text("secret.yaml").replace("KEY: replace-me", "KEY: a-key-of-ones-own-that-is-long"));
        assertThat(check.exitCode()).as(check.err()).isZero();
    }
}
