package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Image;

/** The manual in the image: its pages are the repository's, and what they link to is there. */
final class DocumentsIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    /** A page as the shipped configuration names it. */
    private static final Pattern NAMED = Pattern.compile("\\bdoc/[\\w./-]+\\.md");

    private final Path manual = Image.built().home().resolve("doc");

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(manual)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path inTheRepository(Path page) {
        return REPOSITORY.resolve(manual.relativize(page)).normalize();
    }

    private static String prose(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    /** A heading's anchor, as GitHub makes it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    @Test
    void whatOperatorsAndAuthorsNeedIsThere() throws Exception {
        assertThat(pages()).extracting(page -> manual.relativize(page).toString()).contains("README.md",
                ".github/SECURITY.md",
                "distribution/README.md", "distribution/guide/README.md", "plugins/README.md", "plugins/scoring.md",
                "plugins/router-cognigy/README.md", "platform/host/src/main/java/simmer/host/decision/README.md");
        for (Path page : pages()) {
            assertThat(page).hasSameTextualContentAs(inTheRepository(page));
        }
    }

    @Test
    void everyLinkLeadsToAPageToTheWebOrToASource() throws Exception {
        for (Path page : pages()) {
            List<String> links = LINK.matcher(prose(page)).results().map(link -> link.group(1)).toList();
            for (String link : links) {
                if (!link.startsWith("https://")) {
                    assertLeadsSomewhere(page, link);
                }
            }
        }
    }

    private void assertLeadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : Objects.requireNonNull(page.getParent()).resolve(parts[0]).normalize();
        assertThat(target.startsWith(manual)).as("%s links to %s, outside of the manual", page, link).isTrue();
        if (!Files.isRegularFile(target)) {
            assertThat(inTheRepository(target)).as("%s links to %s", page, link).exists();
            assertThat(link).as("a page that %s links to, and that does not ship", page).doesNotEndWith(".md");
        } else if (parts.length > 1) {
            assertThat(HEADING.matcher(prose(target)).results().map(heading -> anchor(heading.group(1))))
                    .as("%s links to %s", page, link).contains(parts[1]);
        }
    }

    @Test
    void thePagesThatTheConfigurationNamesAreThere() throws Exception {
        List<String> named = NAMED.matcher(Files.readString(Image.built().home().resolve("conf/simmer.yaml"))).results()
                .map(MatchResult::group).toList();
        assertThat(named).isNotEmpty().allSatisfy(page -> assertThat(manual.resolveSibling(page)).isRegularFile());
    }
}
