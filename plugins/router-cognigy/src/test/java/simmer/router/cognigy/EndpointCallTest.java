package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import simmer.spi.Dispatch;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.NothingToSend;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.RecordedRequest;

final class EndpointCallTest {

    private static final String DATA = "\"data\":{\"escalation\":{\"level\":\"manager\"}}}";

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private RoutingResult route(Spoken dialect, Session session, String... options) {
        try (Router router = dialect.at(cognigy, options)) {
            return router.route(new Dispatch("d-1", session, Routers.DECISION), Routers.AMPLE);
        }
    }

    private RecordedRequest sent(Spoken dialect) {
        assertThat(route(dialect, Routers.SESSION, "context.fields.0", "level")).isInstanceOf(Delivered.class);
        return cognigy.requests().getLast();
    }

    @Test
    void theFlowIsToldAtTheEndpoint() {
        RecordedRequest request = sent(Spoken.ENDPOINT_INJECT);
        assertThat(request).hasToString("POST /inject/" + CognigyStandIn.URL_TOKEN);
        assertThat(request.text())
                .isEqualTo("{\"userId\":\"u-1\",\"sessionId\":\"s-1\",\"text\":\"escalation manager\"," + DATA);
    }

    @Test
    void theFlowIsToldInTheDeprecatedForm() {
        RecordedRequest request = sent(Spoken.ENDPOINT_INJECT_DEPRECATED);
        assertThat(request).hasToString("POST /new/v2.0/endpoint/inject");
        assertThat(request.text()).isEqualTo("{\"URLToken\":\"" + CognigyStandIn.URL_TOKEN
                + "\",\"userId\":\"u-1\",\"sessionId\":\"s-1\",\"text\":\"escalation manager\"," + DATA);
    }

    @Test
    void theUserIsToldAtTheEndpoint() {
        RecordedRequest request = sent(Spoken.NOTIFY);
        assertThat(request).hasToString("POST /notify/" + CognigyStandIn.URL_TOKEN);
        assertThat(request.text())
                .isEqualTo("{\"userId\":\"u-1\",\"sessionId\":\"s-1\",\"text\":\"One moment, please.\"," + DATA);
    }

    @Test
    void theUserIsToldInTheDeprecatedForm() {
        RecordedRequest request = sent(Spoken.NOTIFY_DEPRECATED);
        assertThat(request).hasToString("POST /new/v2.0/endpoint/notify");
        assertThat(request.body().orElseThrow().getString("text")).isEqualTo("One moment, please.");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDPOINT_INJECT", "NOTIFY", "ENDPOINT_INJECT_DEPRECATED", "NOTIFY_DEPRECATED"})
    void aWrongTokenIsToldAndNotShown(Spoken dialect) {
        assertThat(route(dialect, Routers.SESSION, "url-token", "t0ken/of another".replace(' ', '-')))
                .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message())
                        .startsWith("Cognigy API error 404: no endpoint has this token").contains("COGNIGY_URL_TOKEN")
                        .doesNotContain("t0ken"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDPOINT_INJECT", "NOTIFY"})
    void theEndpointNeedsNoKey(Spoken dialect) {
        assertThat(route(dialect, Routers.SESSION, "authentication", "none")).isInstanceOf(Delivered.class);
        assertThat(cognigy.requests().getLast().header("X-API-Key")).isEmpty();
    }

    @Test
    void eachCallHasAConnectionOfItsOwnSoThatNoneIsLostWithAnOldOne() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> RawServer.write(socket,
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
                Router router = Spoken.ENDPOINT_INJECT.at("http://127.0.0.1:" + server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isEqualTo(new Delivered("{}"));
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aTextFitsItsLevelAndLanguage() {
        String[] options = {"text", "others", "texts.0.level", "manager", "texts.0.text", "Hello", "texts.1.level",
                "manager",
                "texts.1.language", "de", "texts.1.text", "Hallo", "texts.2.level", "supervisor", "texts.2.text", "no"};
        route(Spoken.NOTIFY, new Session("s-1", "", "de-AT", "u-1"), options);
        route(Spoken.NOTIFY, new Session("s-1", "", "fr", "u-1"), options);
        route(Spoken.NOTIFY, new Session("s-1", "", "", "u-1"), "text", "others", "texts.0.level", "supervisor",
                "texts.0.text", "no");
        assertThat(cognigy.requests()).extracting(request -> request.body().orElseThrow().getString("text"))
                .containsExactly("Hallo", "Hello", "others");
    }

    @Test
    void whereNoTextFitsNothingIsSaid() {
        assertThat(route(Spoken.NOTIFY, Routers.SESSION, "text", "", "texts.0.level", "supervisor", "texts.0.text", "no"))
                .isEqualTo(new NothingToSend());
        assertThat(cognigy.requests()).isEmpty();
    }

    @Test
    void aFieldInBracesStandsForItsValue() {
        route(Spoken.ENDPOINT_INJECT, Routers.SESSION, "text", "{level} at {score}: {reason-code}, $1 {} {{flow}}");
        assertThat(cognigy.requests().getLast().body().orElseThrow().getString("text"))
                .isEqualTo("manager at 0.81: score_reached, $1 {} {manager_escalation}");
    }
}
