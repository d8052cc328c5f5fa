package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import simmer.distribution.fixture.AboutEqual;
import simmer.distribution.fixture.Guide;
import simmer.distribution.fixture.Guide.Exchange;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Tenant;

/** The guide's configuration is configured, its requests are sent in its order, and each answer is the one it shows. */
final class GuideIT {

    private static final String KEY = "the-key-of-the-guide";

    private final Image image = Image.built();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** The shipped configuration, with what the guide says in place of its levels. */
    private String configuration(Guide guide) throws Exception {
        String shipped = Files.readString(image.home().resolve("conf/simmer.yaml"));
        int levels = shipped.indexOf("  levels:");
        int next = shipped.indexOf("  router:");
        return Files.writeString(folder.resolve("guide.yaml"),
                shipped.substring(0, levels) + guide.configuration() + shipped.substring(next)).toString();
    }

    private Tenant start(Guide guide) throws Exception {
        return Tenant
                .start(image.command("serve", "--config", configuration(guide), "--data", folder.resolve("data").toString())
                        .with("SIMMER_KEY", KEY));
    }

    @Test
    void everyRequestIsAnsweredAsShown() throws Exception {
        Guide guide = Guide.read();
        assertThat(guide.exchanges()).hasSizeGreaterThanOrEqualTo(10);
        try (Tenant tenant = start(guide)) {
            for (Exchange exchange : guide.exchanges()) {
                Map<String, String> headers = new LinkedHashMap<>(exchange.request().headers());
                headers.replaceAll((_, value) -> value.replace("${SIMMER_KEY}", KEY));
                HttpResponse<String> answer = tenant.simmer().send(exchange.request().word(0), exchange.request().word(1),
                        headers, exchange.request().body());
                assertThat("HTTP/1.1 " + answer.statusCode()).as("%s", exchange.request())
                        .isEqualTo(exchange.answer().start());
                assertThat(answer.headers().firstValue("Content-Type"))
                        .contains(exchange.answer().headers().get("Content-Type"));
                assertThat(AboutEqual.test(json(answer.body()), json(exchange.answer().body())))
                        .as("%s%nis answered%n%s%nand not%n%s", exchange.request(), answer.body(), exchange.answer().body())
                        .isTrue();
            }
        }
    }

    @Test
    void theDescriptionsExamplesAreTheGuides() throws Exception {
        Guide guide = Guide.read();
        List<JsonValue> shown = guide.exchanges().stream().map(exchange -> exchange.request().body())
                .filter(body -> body.startsWith("{")).map(GuideIT::json).toList();
        try (Tenant tenant = start(guide)) {
            String description = tenant.simmer().get(tenant.simmer().administrationPort(), "/openapi").body();
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(description);
            JsonValue examples = Json.createPointer(
                    "/paths/~1webhook~1sentiment-escalation/post/requestBody/content/application~1json/examples")
                    .getValue(Json.createObjectBuilder(read).build());
            assertThat(examples.asJsonObject()).isNotEmpty();
            examples.asJsonObject().forEach(
                    (name, example) -> assertThat(shown).as(name).contains(example.asJsonObject().get("value")));
        }
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
