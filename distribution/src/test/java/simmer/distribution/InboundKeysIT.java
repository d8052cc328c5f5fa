package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;

/** Who may call, and from where. */
@ExtendWith(SharedSimmer.class)
final class InboundKeysIT {

    private static final String PAYLOAD = RunningImage.payload("keys", List.of(), "hello");
    private static final String KEY = "a-key-of-the-callers";

    @Test
    void aKeyFromTheEnvironmentIsAskedFor() throws Exception {
        try (RunningImage simmer = RunningImage
                .of(Image.built().command().with("SIMMER_WEBHOOK_API_dash_KEYS_0", KEY))) {
            assertThat(simmer.post(PAYLOAD).statusCode()).isEqualTo(401);
            assertThat(simmer.post(PAYLOAD, "X-API-Key", KEY + "s").statusCode()).isEqualTo(401);
            assertThat(simmer.post(PAYLOAD, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(simmer.post(PAYLOAD, "Authorization", "Bearer " + KEY).statusCode()).isEqualTo(200);
            assertThat(simmer.address()).isEqualTo("0.0.0.0");
            assertThat(simmer.log()).doesNotContain(KEY);
        }
    }

    @Test
    void withoutKeysNobodyElsewhereCanCall(RunningImage simmer) {
        assertThat(simmer.address()).isEqualTo("127.0.0.1");
        assertThat(simmer.log()).contains("no simmer.webhook.api-keys are configured", "on 127.0.0.1 only");
        // A server on all addresses would take this one too.
        for (int port : List.of(simmer.port(), simmer.administrationPort())) {
            assertThatThrownBy(() -> {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000);
                }
            }).isInstanceOf(ConnectException.class);
        }
    }
}
