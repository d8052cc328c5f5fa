package simmer.router.cognigy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

final class PathSegmentTest {

    @Test
    void onlyUnreservedCharactersStayAsTheyAre() {
        assertThat(PathSegment.escape("AZaz09-._~")).contains("AZaz09-._~");
        assertThat(PathSegment.escape(" /?#%+\\é")).contains("%20%2F%3F%23%25%2B%5C%C3%A9");
    }

    @Test
    void anyTextComesBackAsItWas() {
        for (long seed = 0; seed < 500; seed++) {
            String text = new SplittableRandom(seed).ints(40, 0, Character.MAX_CODE_POINT + 1)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            String escaped = PathSegment.escape(text).orElseThrow();
            assertThat(escaped).as("seed %d", seed).matches("[A-Za-z0-9._~%-]*");
            assertThat(URI.create("/" + escaped).getPath()).as("seed %d", seed).isEqualTo("/" + text);
        }
    }

    @Test
    void halfACharacterHasNoEscape() {
        assertThat(PathSegment.escape("a\ud83d")).isEmpty();
        assertThat(PathSegment.escape("\ude00a")).isEmpty();
    }
}
