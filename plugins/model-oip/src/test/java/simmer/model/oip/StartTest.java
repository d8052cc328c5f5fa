package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.Await;

/** What is checked before the first customer comes. */
@Timeout(60)
final class StartTest extends OneServer {

    private static List<OptionProblem> problems(String options) {
        OptionException refused = catchThrowableOfType(OptionException.class, () -> Models.create(options).close());
        assertThat(refused).as(options).isNotNull();
        return refused.problems();
    }

    private void refusedForItsModel(String options, String sentence) {
        assertThat(problems("urls: [\"" + server().url() + "\"]\n" + options)).containsExactly(new OptionProblem("urls",
                "lists " + server().url() + ", which has a model 'simmer-en' that " + sentence));
    }

    @Test
    void aModelThatDoesNotFitIsRefused() {
        String tensor = "\"datatype\": \"INT64\", \"shape\": [-1, -1]";
        metadata(OipServer.TOKENS_METADATA.replace("INT64", "FP32"));
        refusedForItsModel("", "takes an input 'input_ids' of FP32 [-1, -1], must be INT64 or INT32 [-1, -1], rows of any"
                + " number of tokens");
        metadata(OipServer.TOKENS_METADATA.replace("[-1, -1]", "[-1, 128]"));
        refusedForItsModel("", "takes an input 'input_ids' of INT64 [-1, 128], must be INT64 or INT32 [-1, -1], rows of any"
                + " number of tokens");
        metadata(OipServer.TOKENS_METADATA.replace("[-1, -1]", "[1, -1]"));
        refusedForItsModel("max-batch: 4",
                "takes an input 'input_ids' of INT64 [1, -1], must be INT64 or INT32 [-1, -1], rows"
                        + " of any number of tokens; a model that takes one row needs 'max-batch: 1'");
        metadata(OipServer.TOKENS_METADATA.replace("{\"name\": \"input_ids\", " + tensor + "},", ""));
        refusedForItsModel("", "has no input input_ids, but 'attention_mask' of INT64 [-1, -1], 'token_type_ids' of INT64"
                + " [-1, -1]");
        metadata(OipServer.TOKENS_METADATA.replace("token_type_ids", "pixels"));
        refusedForItsModel("", "asks for an input 'pixels' of INT64 [-1, -1]; known are input_ids, attention_mask and"
                + " token_type_ids");
        metadata(OipServer.TOKENS_METADATA.replace("[-1, 3]", "[-1, 2]"));
        refusedForItsModel("", "puts out 'logits' of FP32 [-1, 2], must be FP32 or FP64 [-1, 3], a logit for each label");
        metadata(OipServer.TOKENS_METADATA.replace("FP32", "BYTES"));
        refusedForItsModel("", "puts out 'logits' of BYTES [-1, 3], must be FP32 or FP64 [-1, 3], a logit for each label");
        metadata("""
                {"inputs": [{"name": "input_ids", "datatype": "INT64", "shape": [-1, -1]}],
                 "outputs": [{"name": "start", "datatype": "FP32", "shape": [-1, 3]},
                             {"name": "end", "datatype": "FP32", "shape": [-1, 3]}]}""");
        refusedForItsModel("", "has 2 outputs, none of them named logits");
        metadata("""
                {"inputs": [{"name": "text", "datatype": "BYTES", "shape": [-1]}],
                 "outputs": [{"name": "scores", "datatype": "FP32", "shape": [-1, 3]}]}""");
        refusedForItsModel("", "asks for an input 'text' of BYTES [-1]; known are input_ids, attention_mask and"
                + " token_type_ids (for words, set 'input: text')");
        metadata(OipServer.TOKENS_METADATA);
        refusedForItsModel("input: text", "takes 3 inputs, must be one of BYTES: 'input_ids' of INT64 [-1, -1],"
                + " 'attention_mask' of INT64 [-1, -1], 'token_type_ids' of INT64 [-1, -1]");
    }

    private void metadata(String json) {
        server().on(OipServer.METADATA, Reply.json(json));
    }

    @Test
    void aModelThatRefusesTheLongestTextIsRefused() {
        server().on(OipServer.INFER, Reply.error(400));
        refusedForItsModel("", "does not take 3 tokens: it answered with status 400");
    }

    @Test
    void oneServerOfAnotherModelIsRefusedThoughAnotherFits() {
        try (OipServer other = OipServer.start(network())) {
            other.on(OipServer.METADATA, Reply.json(OipServer.TOKENS_METADATA.replace("[-1, 3]", "[-1, 2]")));
            assertThat(problems("urls: [\"" + server().url() + "\", \"" + other.url() + "\"]")).singleElement()
                    .satisfies(problem -> assertThat(problem.sentence()).startsWith("lists " + other.url() + ", which has"));
        }
    }

    @Test
    void aServerThatIsAwayIsAnOutageAndNoRefusal() {
        server().goAway();
        try (SentimentModel model = Models.at("probe-every: PT0.1S", server())) {
            assertThat(model.outage()).contains("the model server " + server().url() + " takes no connections");
            server().comeBack();
            Await.until("it is well", () -> model.outage().isEmpty());
            assertThat(read(model, "I hate this")).isGreaterThan(0.8);
        }
    }

    @Test
    void whatIsNoModelServerIsAnOutage() {
        server().on("/v2", Reply.text(200, "text/html", "<html>a proxy</html>"));
        assertThat(outageAtStart()).isEqualTo("the model server " + server().url()
                + " sent something that is no JSON object: no model server, or one that failed");
        server().heal().on(OipServer.METADATA, Reply.json("{}"));
        assertThat(outageAtStart()).isEqualTo("the model server " + server().url()
                + " sent JSON that is not of the Open Inference Protocol");
        server().heal().on(OipServer.METADATA + "/ready", Reply.error(404));
        assertThat(outageAtStart()).isEqualTo("the model server " + server().url() + " answered with status 404");
    }

    private String outageAtStart() {
        try (SentimentModel model = Models.at("probe-every: PT1M", server())) {
            return model.outage().orElse("");
        }
    }

    @Test
    void theStartWaitsForAServerThatIsLate() {
        server().on(OipServer.METADATA + "/ready", Reply.error(503).once(server()::heal));
        try (SentimentModel model = Models.at("wait-at-start: PT30S\nprobe-every: PT1M", server())) {
            assertThat(model.outage()).isEmpty();
        }
    }

    @Test
    void theTokenIsSentAndABadOneNeverShown() {
        try (SentimentModel model = Models.at("token: \" s3cret-t0ken \"", server())) {
            assertThat(read(model, "hello")).isBetween(0.0, 1.0);
            assertThat(server().authorizations()).isNotEmpty().containsOnly("Bearer s3cret-t0ken");
        }
        assertThat(problems("{urls: [\"" + server().url() + "\"], token: \"s3cret\\r\\nt0ken\"}")).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("token is empty, too long, or holds")
                        .doesNotContain("s3cret"));
    }

    @Test
    void aVersionIsPartOfTheAddress() {
        server().on(OipServer.METADATA + "/versions/7/ready", Reply.json(""))
                .on(OipServer.METADATA + "/versions/7", Reply.json(OipServer.TOKENS_METADATA))
                .on(OipServer.METADATA + "/versions/7/infer", OipServer.answerLogits(new float[][]{{9, 0, 0}}))
                .on(OipServer.METADATA, Reply.error(404));
        try (SentimentModel model = Models.at("version: 7", server())) {
            assertThat(read(model, "hello")).isGreaterThan(0.9);
        }
    }

    @Test
    void optionsOutOfRangeAreToldTogether() {
        assertThat(problems("""
                urls: ["ftp://x", "http://user:pass@host", "http://host?x=1"]
                model: ../x
                version: a/b
                timeout: PT31S
                connect-timeout: PT0S
                probe-every: PT0S
                wait-at-start: PT11M
                retries: 6
                breaker-failures: 0
                """)).extracting(OptionProblem::key).containsExactly("model", "version", "timeout", "connect-timeout",
                "probe-every", "wait-at-start", "retries", "breaker-failures", "urls", "urls", "urls");
        assertThat(problems("urls: [\"http://user:pass@host\"]").toString()).doesNotContain("pass@");
        assertThat(problems("urls: [\"http://h:1\", \"http://h:1/\"]")).singleElement()
                .hasToString("urls lists an address twice");
        assertThat(problems("{urls: [\"http://h:1\"], threads: 0, max-batch: 65, max-tokens: 7}"))
                .extracting(OptionProblem::key).containsExactly("threads", "max-batch", "max-tokens");
        assertThat(problems("model: x")).singleElement().satisfies(
                problem -> assertThat(problem.toString()).startsWith("urls is missing; it must list 1 to 16 addresses"));
    }

    @Test
    void aFileOfTrustMustHoldCertificates() {
        assertThat(problems(
                "{urls: [\"https://h:1\"], trust-certificates: \"" + EmbeddedNetwork.FOLDER.resolve("config.json") + "\"}"))
                .singleElement().satisfies(problem -> assertThat(problem.toString()).startsWith("trust-certificates names ")
                        .contains("holds no certificates as PEM"));
    }

    private static double read(SentimentModel model, String text) {
        return model.read(List.of(new Utterance(text))).getFirst().negative();
    }
}
