package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.access.SecretHash;
import simmer.host.boot.Simmer;
import simmer.host.fixture.Home;

/** Who may call a whole host, from where, and with how much. */
final class CallersTest {

    private static final String KEY = "a-key-of-twenty-letters";
    private static final String HASH = SecretHash.of(KEY, new Random(5)).text();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void forgetLevels() {
        Logger.getLogger("simmer.host.webhook").setLevel(null);
        client.close();
    }

    private Home home(String options) throws IOException {
        return new Home(folder).with("server:", options + "\nserver:");
    }

    private HttpResponse<String> say(Simmer simmer, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + "/webhook/sentiment-escalation"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"session\":{\"id\":\"s-1\"},\"userInput\":\"0.1\"}"));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> admin(Simmer simmer, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + simmer.administrationPort() + path))
                .method(method, BodyPublishers.ofString(body));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void hashedKeysAndPasswordsAreTakenBesideEachOther() throws Exception {
        Home home = home("  webhook: {api-keys: [\"" + HASH + "\"], users: [{name: flow, password: \"" + HASH + "\"}]}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            assertThat(say(simmer, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(say(simmer, "Authorization", basic("flow:" + KEY)).statusCode()).isEqualTo(200);
            assertThat(say(simmer, "Authorization", basic("flow:" + KEY + "x")).statusCode()).isEqualTo(401);
            assertThat(say(simmer, "X-API-Key", HASH).statusCode()).isEqualTo(401);
            HttpResponse<String> refused = say(simmer);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(String.join(", ", refused.headers().allValues("WWW-Authenticate"))).contains("Bearer",
                    "Basic realm=");
        }
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withTokensAloneACallerNeedsOne() throws Exception {
        Path keySet = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        Home home = home(
                "  webhook: {tokens: {key-set: \"" + keySet + "\", issuer: \"https://issuer.example\", audience: simmer}}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            assertThat(say(simmer).statusCode()).isEqualTo(401);
            assertThat(say(simmer, "Authorization", "Bearer a.b.c").body())
                    .contains("a token of https://issuer.example as Bearer");
        }
    }

    @Test
    void aKeyFromAFileIsAsGoodAsOneFromTheEnvironment() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), KEY + "\n");
        Home home = home("  webhook: {api-keys: [\"${CALLERS_KEY}\"]}").environment("CALLERS_KEY_FILE", file.toString());
        try (Simmer simmer = Simmer.start(home.installation())) {
            assertThat(say(simmer, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(say(simmer).statusCode()).isEqualTo(401);
        }
        Home overriding = home("").environment("SIMMER_WEBHOOK_API_dash_KEYS_0_FILE", file.toString());
        try (Simmer simmer = Simmer.start(overriding.installation())) {
            assertThat(say(simmer, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(say(simmer).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void withKeysTheAdministrationIsStillReachedFromThisMachineOnly() throws Exception {
        InetAddress outside = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4).findFirst()
                .orElseGet(() -> loopback(2));
        String keys = "  webhook: {api-keys: [\"" + KEY + "\"]}";
        try (Simmer simmer = Simmer.start(home(keys).installation())) {
            assertThat(isReached(outside, simmer.port())).isTrue();
            assertThat(isReached(outside, simmer.administrationPort())).isFalse();
            assertThat(isReached(loopback(1), simmer.administrationPort())).isTrue();
        }
        try (Simmer simmer = Simmer
                .start(home(keys).with("admin: {port: 0}", "admin: {port: 0, host: 0.0.0.0}").installation())) {
            assertThat(isReached(outside, simmer.administrationPort())).isTrue();
        }
        try (Simmer simmer = Simmer
                .start(home("").with("admin: {port: 0}", "admin: {port: 0, host: 0.0.0.0}").installation())) {
            assertThat(isReached(outside, simmer.administrationPort())).as("without credentials").isFalse();
        }
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[]{127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReached(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aLevelIsChangedAtRunTimeFromThisMachineAndNotFromAPageInABrowser() throws Exception {
        try (Simmer simmer = Simmer.start(home("").installation())) {
            String logger = "/observe/log/simmer.host.webhook";
            assertThat(admin(simmer, "PUT", logger, "FINE").body()).isEqualTo("FINE");
            assertThat(Logger.getLogger("simmer.host.webhook").getLevel()).isEqualTo(Level.FINE);
            assertThat(admin(simmer, "GET", "/observe/log/simmer.host.webhook.Webhook", "").body()).isEqualTo("FINE");
            assertThat(admin(simmer, "PUT", logger, "LOUD").statusCode()).isEqualTo(400);
            assertThat(admin(simmer, "PUT", "/observe/log/no%20logger", "FINE").statusCode()).isEqualTo(404);
            assertThat(admin(simmer, "DELETE", logger, "", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
            assertThat(Logger.getLogger("simmer.host.webhook").getLevel()).isEqualTo(Level.FINE);
            assertThat(admin(simmer, "DELETE", logger, "").statusCode()).isEqualTo(200);
            assertThat(Logger.getLogger("simmer.host.webhook").getLevel()).isNull();
        }
    }

    @Test
    void withKeysOfItsOwnTheAdministrationAsksForOneButNotForHealth() throws Exception {
        try (Simmer simmer = Simmer.start(home("  administration: {api-keys: [\"" + HASH + "\"]}").installation())) {
            assertThat(admin(simmer, "GET", "/observe/health/ready", "").statusCode()).isEqualTo(200);
            assertThat(admin(simmer, "GET", "/observe/metrics", "").statusCode()).isEqualTo(401);
            assertThat(admin(simmer, "GET", "/observe/metrics", "", "Authorization", "Bearer " + KEY).statusCode())
                    .isEqualTo(200);
            String logger = "/observe/log/simmer.host.webhook";
            assertThat(admin(simmer, "PUT", logger, "FINE").statusCode()).isEqualTo(401);
            assertThat(admin(simmer, "PUT", logger, "FINE", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
            assertThat(admin(simmer, "PUT", logger, "FINE", "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(admin(simmer, "GET", "/observe/health/../log/simmer.host.webhook", "").statusCode())
                    .isNotEqualTo(200);
        }
    }

    @Test
    void headersHaveABoundThatCanBeSetAndNoAnswerSaysWhatServes() throws Exception {
        Home home = home("").with("  port: 0", "  port: 0\n  protocols: {http_1_1: {max-headers-size: 2048}}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            HttpResponse<String> answer = say(simmer, "X-Long", "x".repeat(1_000));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
            HttpResponse<String> refused = say(simmer, "X-Long", "x".repeat(3_000));
            assertThat(refused.statusCode()).isBetween(400, 431);
            assertThat(refused.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(refused.body()).doesNotContainIgnoringCase("helidon");
        }
    }
}
