package simmer.host.webhook.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import simmer.host.session.Incoming;
import simmer.spi.Utterance;

/** What of a payload tells its newest turn; the rest is asserted over HTTP in {@code WebhookTest}. */
final class PayloadsTest {

    private final Payloads payloads = new Payloads(CurrentTurn.COUNTED, 2, 16);

    private Incoming read(String payload) {
        return payloads.read(payload.replace('\'', '"'), new Sender("", ""));
    }

    @Test
    void cognigysIdsAreTakenIfTheyAreTexts() {
        Incoming incoming = read("{'session':{'id':'s'},'userInput':'hi','inputId':'i-1','traceId':'t-1'}");
        assertThat(incoming.inputId()).isEqualTo("i-1");
        assertThat(incoming.traceId()).isEqualTo("t-1");
        Incoming without = read("{'session':{'id':'s'},'userInput':'hi','inputId':7,'traceId':null}");
        assertThat(without.inputId()).isEmpty();
        assertThat(without.traceId()).isEmpty();
    }

    @Test
    void thePlaceIsThatInTheHistoryAsItWasSent() {
        assertThat(read("{'session':{'id':'s'},'userInput':'a'}").place()).isZero();
        Incoming echoed = read("{'session':{'id':'s','history':[{'userInput':'a'}]},'userInput':'a'}");
        assertThat(echoed.place()).isEqualTo(1);
        assertThat(echoed.conversation().utterances()).containsExactly(new Utterance("a"));
        Incoming cut = read("{'session':{'id':'s','history':[{'userInput':'a'},{'userInput':'b'}]},'userInput':'c'}");
        assertThat(cut.place()).isEqualTo(2);
        assertThat(cut.conversation().utterances()).containsExactly(new Utterance("b"), new Utterance("c"));
    }
}
