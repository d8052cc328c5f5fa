package simmer.testkit.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CognigysOwnCallsTest {

    private static final String KEY = "some-key";
    private static final String SESSION = "/new/v2.0/sessions/s-1";
    private static final String MESSAGE = "{\"userId\":\"u\",\"sessionId\":\"s-1\",\"text\":\"t\",\"data\":{}}";

    private final CognigyStandIn cognigy = CognigyStandIn.start(KEY);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        cognigy.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cognigy.rootUrl() + path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, "X-API-Key", KEY);
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void aContextGrowsByWhatIsWrittenIntoIt() throws Exception {
        post(SESSION + "/context/inject", "{\"userId\":\"u\",\"context\":{\"a\":1,\"b\":1}}");
        HttpResponse<String> second = post(SESSION + "/context/inject", "{\"userId\":\"u\",\"context\":{\"b\":2}}");
        assertThat(second.body()).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(cognigy.context("s-1")).hasToString("{\"a\":1,\"b\":2}");
        assertThat(cognigy.context("s-2")).isEmpty();
    }

    @Test
    void aStateIsAnswered() throws Exception {
        assertThat(post(SESSION + "/state/inject", "{\"userId\":\"u\",\"state\":\"angry\"}").body())
                .isEqualTo("{\"state\":\"angry\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    /new/v2.0/sessions/s-1/context/inject | {"context":{}}                              | /userId must be a text that is not empty
                    /new/v2.0/sessions/s-1/context/inject | {"userId":"u","context":[]}                 | /context must be an object
                    /new/v2.0/sessions/s-1/context/inject | []                                          | the body must be a JSON object
                    /new/v2.0/sessions/s-1/state/inject   | {"userId":"u"}                              | /state must be a text that is not empty
                    /new/v2.0/sessions/s-1/state/inject   | {"userId":"","state":"s"}                   | /userId must be a text that is not empty
                    /inject/3f1b6c0de                     | {"userId":"u","text":"t","data":{}}         | /sessionId must be a text that is not empty
                    /inject/3f1b6c0de                     | {"userId":"u","sessionId":"s","text":"t"}   | /data must be an object
                    /notify/3f1b6c0de                     | {"userId":"u","data":{}}                    | /text must be a text that is not empty
                    /new/v2.0/endpoint/inject             | {"userId":"u","sessionId":"s","text":"t","data":{}} | /URLToken must be a text that is not empty
                    """)
    void aBodyThatLacksSomethingIsRefusedByItsPointer(String path, String body, String detail) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).getString("detail")).isEqualTo(detail);
        assertThat(json(response).getInt("code")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSION + "/context/inject", SESSION + "/state/inject", "/new/v2.0/endpoint/notify",
            "/new/v2.0/endpoint/inject"})
    void onlyTheKeysHolderIsLetIn(String path) throws Exception {
        assertThat(send("POST", path, "{}").statusCode()).isEqualTo(401);
        assertThat(send("POST", path, "{}", "X-API-Key", "another").statusCode()).isEqualTo(401);
        assertThat(send("POST", path, "{}", "Authorization", "Bearer " + KEY).statusCode()).as("a key is no token")
                .isEqualTo(401);
        assertThat(send("POST", path, "{}", "X-API-Key", KEY).statusCode()).isEqualTo(400);
    }

    @Test
    void anEndpointsTokenIsEnoughAtTheEndpoint() throws Exception {
        String path = "/inject/" + CognigyStandIn.URL_TOKEN;
        assertThat(send("POST", path, MESSAGE).statusCode()).isEqualTo(200);
        assertThat(send("POST", path, MESSAGE, "X-API-Key", "another").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/inject/another", MESSAGE).statusCode()).isEqualTo(404);
        assertThat(cognigy.requests().getFirst().session()).contains("s-1");
    }

    @Test
    void aSessionThatWasEndedIsNotFound() throws Exception {
        cognigy.end("s-1");
        for (String path : List.of(SESSION + "/context/inject", SESSION + "/state/inject")) {
            assertThat(json(post(path, "{\"userId\":\"u\",\"context\":{},\"state\":\"s\"}")).getInt("code")).isEqualTo(1002);
        }
        assertThat(post("/notify/" + CognigyStandIn.URL_TOKEN, MESSAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void aConversationIsReadByItsHolder() throws Exception {
        JsonArray entries = Json.createArrayBuilder().add(Json.createObjectBuilder().add("inputText", "hi")).build();
        cognigy.converse("a/b", entries);
        assertThat(send("GET", "/new/v2.0/conversations/a%2Fb", "", "X-API-Key", KEY).body())
                .isEqualTo("{\"items\":[{\"inputText\":\"hi\"}],\"total\":1}");
        assertThat(send("GET", "/new/v2.0/conversations/a%2Fb", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/new/v2.0/conversations/other", "", "X-API-Key", KEY).statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenLetsInUntilItIsRevoked() throws Exception {
        String form = "application/x-www-form-urlencoded";
        HttpResponse<String> response = send("POST", "/auth/oauth2/token", "grant_type=client_credentials&client_id="
                + "simmer-client&client_secret=s3cret%2Bof%2Fthe%3Dclient", "Content-Type", form);
        assertThat(json(response).getInt("expires_in")).isEqualTo(3600);
        String bearer = "Bearer " + json(response).getString("access_token");
        assertThat(send("GET", "/new/v2.0/conversations/s", "", "Authorization", bearer).statusCode()).isEqualTo(404);
        cognigy.revokeTokens();
        assertThat(send("GET", "/new/v2.0/conversations/s", "", "Authorization", bearer).statusCode()).isEqualTo(401);

        assertThat(
                send("POST", "/auth/oauth2/token", "grant_type=client_credentials&client_id=x", "Content-Type", form).body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(send("POST", "/auth/oauth2/token", "grant_type=password", "Content-Type", form).statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/auth/oauth2/token", "grant_type=client_credentials").statusCode()).as("no form")
                .isEqualTo(400);
    }

    @Test
    void aBodyOverSixtyThousandBytesIsTooLarge() throws Exception {
        String body = "{\"userId\":\"u\",\"context\":{\"a\":\"" + "x".repeat(60_000) + "\"}}";
        assertThat(post(SESSION + "/context/inject", body).statusCode()).isEqualTo(413);
    }
}
