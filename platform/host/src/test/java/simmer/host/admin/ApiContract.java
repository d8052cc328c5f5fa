package simmer.host.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI description as a contract: what an operation may be sent, and may answer. */
final class ApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANSWERS = List.of("Answer", "ScoredTurn", "Handover", "Reset", "Problem", "Health");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode description;

    private ApiContract(JsonNode description) {
        this.description = description;
    }

    /** Reads a description, with the schemas of answers closed: in a test a field that nobody described is an error. */
    static ApiContract of(String yaml) {
        JsonNode description = JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml));
        for (String name : ANSWERS) {
            ((ObjectNode) description.at("/components/schemas/" + name)).put("additionalProperties", false);
        }
        return new ApiContract(description);
    }

    String version() {
        return description.path("openapi").asText();
    }

    /** The examples of an operation's requests, by their names. */
    Map<String, String> examples(String path, String method) {
        Map<String, String> examples = new TreeMap<>();
        operation(path, method).at("/requestBody/content/application~1json/examples").properties()
                .forEach(example -> examples.put(example.getKey(), example.getValue().path("value").toString()));
        return examples;
    }

    /** Whether a request's body is as described. */
    boolean takes(String path, String method, String body) {
        return problems(operationPointer(path, method) + "/requestBody/content/application~1json/schema", body).isEmpty();
    }

    /** Asserts that an answer is described: its status, its media type, and every field of it. */
    void assertDescribes(String path, String method, int status, String mediaType, String body) {
        String response = operationPointer(path, method) + "/responses/" + status;
        JsonNode described = resolve(description.at(response.substring(1)));
        assertThat(described.isMissingNode()).as("%s %s answers %d", method, path, status).isFalse();
        String content = mediaType.substring(0, mediaType.indexOf(';') < 0 ? mediaType.length() : mediaType.indexOf(';'))
                .strip();
        JsonNode media = described.path("content").path(content);
        assertThat(media.isMissingNode()).as("%s %s answers %d as %s", method, path, status, content).isFalse();
        if (content.endsWith("json")) {
            assertThat(problems(media.path("schema"), body)).as("%s %s answers %d with %s", method, path, status, body)
                    .isEmpty();
        }
    }

    private JsonNode operation(String path, String method) {
        JsonNode operation = description.at(operationPointer(path, method).substring(1));
        assertThat(operation.isMissingNode()).as("%s %s is described", method, path).isFalse();
        return operation;
    }

    private static String operationPointer(String path, String method) {
        return "#/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    private List<String> problems(String pointer, String body) {
        return problems(description.at(pointer.substring(1)), body);
    }

    /** The schema stands within the whole description, to which its references point. */
    private List<String> problems(JsonNode schema, String body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", description.path("components"));
        whole.setAll((ObjectNode) schema);
        try {
            return SCHEMAS.getSchema(whole).validate(JSON.readTree(body)).stream().map(Object::toString).toList();
        } catch (JsonProcessingException e) {
            return List.of("is no JSON: " + body);
        }
    }
}
