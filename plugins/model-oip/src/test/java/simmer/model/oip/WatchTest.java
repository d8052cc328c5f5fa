package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.SentimentModel;
import simmer.testkit.Await;

/** Nothing that a server sends ends the watch over it. */
@Timeout(60)
final class WatchTest extends OneServer {

    @Test
    void anAnswerThatIsNestedWithoutEndIsAnOutageUntilABetterOneComes() {
        Reply nested = Reply.json("{\"name\": " + "[".repeat(100_000));
        try (SentimentModel model = Models.at("timeout: PT1S\nprobe-every: PT0.1S\n", server())) {
            AtomicInteger looks = new AtomicInteger();
            server().on("/v2", nested.once(looks::incrementAndGet)).on(OipServer.INFER, nested);
            Await.until("it is looked at again and again", () -> looks.get() > 2);
            assertThat(model.outage()).contains("the model server " + server().url()
                    + " sent something that is no JSON object: no model server, or one that failed");
            server().heal();
            Await.until("it is well again", () -> model.outage().isEmpty());
        }
    }
}
