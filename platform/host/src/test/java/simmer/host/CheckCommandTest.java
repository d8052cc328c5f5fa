package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Trial;
import simmer.host.fixture.Home;

/** {@code simmer check --live}: what the router finds, and whether that is well. */
final class CheckCommandTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Trial.Report live(String checked) throws IOException {
        return Trial.live(new Home(folder).environment("SCRIPTED_CHECK", checked).installation(), "0.7");
    }

    private static List<String> found(Trial.Report report) {
        return report.sentences().subList(2, report.sentences().size());
    }

    @Test
    void whatIsFineOrShouldBeLookedAtIsWell() throws IOException {
        Trial.Report report = live("well");
        assertThat(report.sentences().getFirst()).startsWith("conf/simmer.yaml is fine: ");
        assertThat(found(report)).containsExactly("address, fine: Cognigy answers.",
                "clock, warning: Our clock is 40 s ahead.");
        assertThat(report.isWell()).isTrue();
    }

    @Test
    void whatIsWrongIsNotWell() throws IOException {
        Trial.Report report = live("wrong");
        assertThat(found(report)).containsExactly("address, fine: Cognigy answers.", "key, wrong: Invalid key.");
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void aRouterThatFailsIsNotWell() throws IOException {
        Trial.Report report = live("broken");
        assertThat(found(report)).singleElement().asString()
                .matches("router, wrong: java\\.lang\\.IllegalStateException at .*: report it to the plugin's author\\.");
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void aRouterThatKnowsNothingToLookAtIsSaid() throws IOException {
        Trial.Report report = live("nothing");
        assertThat(found(report)).containsExactly("The router scripted has nothing that can be looked at.");
        assertThat(report.isWell()).isTrue();
    }
}
