package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Release;
import simmer.distribution.fixture.RunningImage;

/**
 * The Debian package, installed by dpkg into a root of its own. In place of systemd, which a build rarely has, the unit's
 * own command runs.
 */
final class DebianPackageIT {

    private static final Path DPKG = Path.of("/usr/bin/dpkg");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    private static final Path HELPER = Path.of("/usr/bin/deb-systemd-helper");

    @TempDir
    private Path root = Path.of("set by JUnit");

    private Path data = Path.of("set before each test");

    @BeforeEach
    void makeAnEmptySystem() throws IOException {
        assumeTrue(Files.isExecutable(DPKG) && "root".equals(System.getProperty("user.name")),
                "dpkg is missing, or the tester is not root, whom all files of a package belong to");
        Files.createDirectories(root.resolve("var/lib/dpkg/info"));
        Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.createDirectories(root.resolve("var/log"));
        data = Files.createDirectories(root.resolve("var/lib/simmer"));
        // In place of the user simmer, whom nobody makes in another root, and who must get through to it.
        Files.setOwner(data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void install() throws IOException, InterruptedException {
        dpkg("--install", Release.debianPackage().toString());
    }

    /** {@code /usr/bin/simmer}, as root. */
    private Command simmer(String... arguments) {
        return Command.of(root.resolve("usr/bin/simmer"), arguments);
    }

    private void dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(DPKG.toString(), "--root=" + root, "--force-not-root",
                "--force-depends", "--force-script-chrootless", "--force-confold",
                "--log=" + root.resolve("var/log/dpkg.log")));
        words.addAll(List.of(arguments));
        Ended ended = Command.ofWords(words).with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }

    @Test
    void itInstallsServesUpgradesAndGoes() throws Exception {
        Path yaml = root.resolve("etc/simmer/simmer.yaml");
        install();
        assertServes(1);

        Files.writeString(yaml, Files.readString(yaml) + "# mine\n");
        install();
        assertThat(yaml).content().endsWith("# mine\n");
        assertServes(2);

        dpkg("--remove", "simmer");
        assertThat(root.resolve("usr/bin/simmer")).doesNotExist();
        assertThat(yaml).exists();
        assertThat(data.resolve("simmer.db")).exists();

        dpkg("--purge", "simmer");
        assertThat(root.resolve("etc/simmer")).doesNotExist();
        assertThat(root.resolve("usr/lib/simmer")).doesNotExist();
        assertThat(data).doesNotExist();
    }

    /** By the command without options, whose state is the service's: root must not leave anything there that is root's. */
    private void assertServes(int turns) throws Exception {
        try (RunningImage simmer = RunningImage.of(simmer("serve").with("SIMMER_ROUTER_COGNIGY_DIALECT", "reply")
                .with("SIMMER_JAVA_OPTIONS", "-XX:AOTMode=on"))) {
            assertThat(root.resolve("usr/lib/simmer/conf/simmer.yaml")).exists();
            assertThat(simmer.say("kept", "turn " + turns).getJsonArray("turns")).hasSize(turns);
            Ended outbox = simmer("outbox").run();
            assertThat(outbox.exitCode()).as(outbox.err()).isZero();
            assertThat(outbox.out()).startsWith("0 waiting");
            simmer.terminate();
            assertThat(simmer.awaitExit()).as(simmer.log()).isZero();
        }
        assertThat(Files.getOwner(data.resolve("simmer.db")).getName()).isEqualTo("nobody");
    }

    @Test
    void theCommandReadsTheServicesVariablesAsSystemdDoesAndRunsNoneOfThem() throws Exception {
        install();
        Path trace = root.resolve("trace");
        Files.writeString(root.resolve("etc/simmer/environment"), """
                # SIMMER_STORE=comment \\
                SIMMER_STORE=of the comment
                  SIMMER_ANSWER_dash_WITHIN = 'single "quotes" $(touch %1$s)' \s
                SIMMER_WEBHOOK_MAX_dash_DEPTH="double \\"quotes\\" \\
                joined"
                SIMMER_WEBHOOK_MAX_dash_TURNS=plain `touch %1$s`; touch %1$s
                SIMMER_READING_WITHIN=lost
                """.formatted(trace));
        Ended check = simmer("check").with("SIMMER_READING_WITHIN", "set before").run();
        assertThat(check.problems()).satisfiesExactlyInAnyOrder(
                problem -> assertThat(problem).contains("answer-within", "'single \"quotes\" $(touch " + trace + ")'"),
                problem -> assertThat(problem).contains("max-depth", "'double \"quotes\" joined'"),
                problem -> assertThat(problem).contains("max-turns", "'plain `touch " + trace + "`; touch " + trace + "'"),
                problem -> assertThat(problem).contains("reading.within", "'set before'"));
        assertThat(trace).doesNotExist();
    }

    @Test
    void anAdministratorsWillOutlastsInstallationsAndRemovals() throws Exception {
        assumeTrue(Files.isExecutable(HELPER), "there is no deb-systemd-helper here");
        Path enabled = root.resolve("etc/systemd/system/multi-user.target.wants/simmer.service");
        install();
        assertThat(enabled).isSymbolicLink();

        Files.delete(root.resolve("etc/simmer/environment"));
        dpkg("--remove", "simmer");
        install();
        assertThat(root.resolve("etc/simmer/environment")).as("deleted, and left so").doesNotExist();
        assertThat(enabled).as("enabled again after a removal").isSymbolicLink();

        Files.delete(enabled);
        install();
        dpkg("--remove", "simmer");
        install();
        assertThat(Files.isSymbolicLink(enabled)).as("disabled, and left so").isFalse();

        dpkg("--purge", "simmer");
        install();
        assertThat(enabled).as("as if never installed").isSymbolicLink();
    }

    @Test
    void theUnitIsHardened() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze here");
        Path unit = Release.recipes().resolve("debian/simmer.service");
        Ended ended = Command.ofWords(List.of(ANALYZE.toString(), "security", "--offline=true", "--threshold=20",
                "--no-pager", unit.toString())).run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
}
