package simmer.model.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NormalisationTest {

    @Test
    void noneLeavesTextAsItIs() {
        assertThat(Normalisation.NONE.apply("  @anna \n www.a.b ")).isEqualTo("  @anna \n www.a.b ");
    }

    @Test
    void mentionsLoseTheirNames() {
        assertThat(social("@Anna_1 and (@jo), hi @bob's mum")).isEqualTo("@user and (@user), hi @user's mum");
    }

    @Test
    void whatIsNoMentionStays() {
        assertThat(social("mail me@example.org @ noon, 5@2, @@")).isEqualTo("mail me@example.org @ noon, 5@2, @@");
    }

    @Test
    void linksBecomeHttp() {
        assertThat(social("see https://a.b/c?d=@e HTTP://X now www.example.org!"))
                .isEqualTo("see http http now http");
    }

    @Test
    void whatIsNoLinkStays() {
        assertThat(social("http is fine, xhttps://a, example.org")).isEqualTo("http is fine, xhttps://a, example.org");
    }

    @Test
    void whiteSpaceIsOneSpace() {
        assertThat(social(" still\t\f nothing\r\n!! ")).isEqualTo("still nothing !!");
    }

    @Test
    void classesAreAsciiAsInTraining() {
        assertThat(social("@j\u00FCrgen is rude")).isEqualTo("@user\u00FCrgen is rude");
        assertThat(social("@@bob caf\u00E9@bob")).isEqualTo("@@user caf\u00E9@user");
        assertThat(social("a\u00A0b https://x.y/z\u00A0so angry")).isEqualTo("a\u00A0b http angry");
    }

    @Test
    void longTextWithoutASpaceTakesNoTime() {
        assertThat(social("@".repeat(60_000))).hasSize(60_000);
        assertThat(social("@" + "x".repeat(60_000))).isEqualTo("@user");
        assertThat(social("https://" + "x".repeat(60_000))).isEqualTo("http");
    }

    private static String social(String text) {
        return Normalisation.SOCIAL.apply(text);
    }
}
