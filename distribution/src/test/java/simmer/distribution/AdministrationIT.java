package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;

/** What an operator sees of the shipped image. */
@ExtendWith(SharedSimmer.class)
final class AdministrationIT {

    @Test
    void aSimmerThatServesIsLiveAndReady(RunningImage simmer) throws Exception {
        for (String check : new String[]{"live", "ready"}) {
            HttpResponse<String> response = simmer.get(simmer.administrationPort(), "/observe/health/" + check);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"status\":\"UP\"");
        }
    }

    @Test
    void theMetricsCountWhatWasAnswered(RunningImage simmer) throws Exception {
        simmer.say("counted", "you are useless");
        simmer.post("{}");
        HttpResponse<String> metrics = simmer.get(simmer.administrationPort(), "/observe/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("text/plain"));
        assertThat(metrics.body().lines().map(line -> line.replaceAll("\\{.*|\\s.*", ""))).contains(
                "simmer_webhook_requests_total", "simmer_answers_total", "simmer_score_percent_bucket",
                "simmer_scoring_seconds_bucket",
                "simmer_routing_seconds_bucket", "simmer_routing_retries_total", "simmer_model_queue_utterances");
        assertThat(metrics.body()).contains("status=\"200\"", "status=\"400\"", "delivery=\"delivered\"")
                .doesNotContain("counted");
    }

    @Test
    void theWebhooksPortShowsNeither(RunningImage simmer) throws Exception {
        assertThat(simmer.get(simmer.port(), "/observe/health/ready").statusCode()).isEqualTo(404);
        assertThat(simmer.get(simmer.port(), "/observe/metrics").statusCode()).isEqualTo(404);
    }
}
