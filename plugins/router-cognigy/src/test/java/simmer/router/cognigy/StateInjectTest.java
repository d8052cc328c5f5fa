package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import simmer.spi.Router;
import simmer.spi.RoutingResult.Delivered;
import simmer.testkit.cognigy.CognigyStandIn;

final class StateInjectTest {

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    @Test
    void itSendsWhatCognigyDocuments() {
        try (Router router = Spoken.STATE_INJECT.at(cognigy, "states.0.level", "manager", "states.0.state", "escalated")) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE))
                    .isEqualTo(new Delivered("{\"state\":\"escalated\"}"));
        }
        assertThat(cognigy.requests().getLast()).hasToString("POST /new/v2.0/sessions/s-1/state/inject");
        assertThat(cognigy.requests().getLast().text()).isEqualTo("{\"state\":\"escalated\",\"userId\":\"u-1\"}");
    }

    @Test
    void aLevelThatIsNotNamedHasAStateOfItsOwnName() {
        try (Router router = Spoken.STATE_INJECT.at(cognigy, "states.0.level", "supervisor", "states.0.state",
                "escalated")) {
            router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
        }
        assertThat(cognigy.requests().getLast().body().orElseThrow().getString("state")).isEqualTo("manager");
    }
}
