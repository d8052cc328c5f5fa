package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Release;

/** The folder of packages. */
final class ReleaseIT {

    /** What a download may weigh. */
    private static final long MOST_BYTES = 110_000_000;

    @Test
    void theChecksumsHold() throws Exception {
        Ended ended = Command.ofWords(List.of("sha256sum", "--check", "--strict", "SHA256SUMS")).in(Release.folder()).run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains(Release.archive().getFileName() + ": OK");
    }

    @Test
    void theArchiveIsSmallEnough() throws Exception {
        assertThat(Files.size(Release.archive())).isLessThan(MOST_BYTES);
    }

    @Test
    void theArchiveNamesNoOwnerAndItsFilesHaveTheBuildsTime() throws Exception {
        Ended list = Command.ofWords(List.of("tar", "--utc", "-tvzf", Release.archive().toString())).run();
        assertThat(list.out().lines()).isNotEmpty().allMatch(line -> line.contains(" 0/0 "))
                .extracting(line -> line.replaceFirst("^\\S+ +\\S+ +\\d+ (\\S+ \\S+) .*", "$1"))
                .containsOnly(list.out().lines().findFirst().orElseThrow().replaceFirst(".*0/0 +\\d+ (\\S+ \\S+) .*", "$1"));
    }
}
