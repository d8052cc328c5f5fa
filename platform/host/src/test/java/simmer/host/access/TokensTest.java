package simmer.host.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkRSA;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

import simmer.testkit.Await;

/** Tokens as an OAuth 2.0 server issues them: signed, limited, and under keys that change. */
final class TokensTest {

    private static final KeyPair FIRST = pair();
    private static final KeyPair SECOND = pair();

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<String> published = new AtomicReference<>(keySet("k1", FIRST));
    private final AtomicInteger reads = new AtomicInteger();
    private final TokenKeys keys = new TokenKeys(() -> {
        reads.incrementAndGet();
        return published.get();
    }, nanos::get);
    private final Tokens tokens = new Tokens(keys,
            new Tokens.Expected("https://issuer.example", "simmer", Optional.of("score")));

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keySet(String id, KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.createObjectBuilder().add("keys", Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("kty", "RSA").add("kid", id).add("alg", "RS256").add("use", "sig")
                .add("n", Base64.getUrlEncoder().withoutPadding().encodeToString(key.getModulus().toByteArray()))
                .add("e", Base64.getUrlEncoder().withoutPadding().encodeToString(key.getPublicExponent().toByteArray()))))
                .build().toString();
    }

    private static String token(String id, KeyPair pair, UnaryOperator<Jwt.Builder> changed) {
        return signed(id, pair, changed.apply(endless(id).addAudience("simmer")
                .expirationTime(Instant.now().plus(Duration.ofMinutes(5)))));
    }

    private static Jwt.Builder endless(String id) {
        return Jwt.builder().keyId(id).algorithm("RS256").issuer("https://issuer.example").addScope("read").addScope("score")
                .subject("flow").issueTime(Instant.now());
    }

    private static String signed(String id, KeyPair pair, Jwt.Builder jwt) {
        JwkRSA key = JwkRSA.builder().keyId(id).algorithm("RS256").publicKey((RSAPublicKey) pair.getPublic())
                .privateKey((RSAPrivateKey) pair.getPrivate()).build();
        return SignedJwt.sign(jwt.build(), key).tokenContent();
    }

    private boolean admits(String token) {
        return tokens.admits(new Presented(List.of(), List.of("Bearer " + token)));
    }

    private boolean admits(UnaryOperator<Jwt.Builder> changed) {
        return admits(token("k1", FIRST, changed));
    }

    @Test
    void aTokenOfTheIssuersIsTaken() {
        assertThat(admits(jwt -> jwt)).isTrue();
        assertThat(admits(jwt -> jwt.expirationTime(Instant.now().minusSeconds(10)))).as("clocks differ a little").isTrue();
    }

    @Test
    void aTokenThatSaysSomethingElseIsNot() {
        assertThat(admits(jwt -> jwt.issuer("https://other.example"))).as("issuer").isFalse();
        assertThat(admits(jwt -> jwt.audience(List.of("another")))).as("audience").isFalse();
        assertThat(admits(jwt -> jwt.scopes(List.of("read")))).as("scope").isFalse();
        assertThat(admits(jwt -> jwt.expirationTime(Instant.now().minusSeconds(60)))).as("expired").isFalse();
        assertThat(admits(signed("k1", FIRST, endless("k1").addAudience("simmer")))).as("for ever").isFalse();
        assertThat(admits(signed("k1", FIRST, endless("k1").expirationTime(Instant.now().plusSeconds(60))))).as("for anyone")
                .isFalse();
        assertThat(admits(jwt -> jwt.notBefore(Instant.now().plusSeconds(60)))).as("not yet").isFalse();
    }

    @Test
    void aTokenThatNobodyHasSignedIsNot() {
        String signed = token("k1", FIRST, jwt -> jwt);
        String[] parts = signed.split("\\.", -1);
        assertThat(admits(token("k1", SECOND, jwt -> jwt))).as("another's key under the same name").isFalse();
        String none = base64("{\"alg\":\"none\",\"kid\":\"k1\"}");
        String symmetric = base64("{\"alg\":\"HS256\",\"kid\":\"k1\"}");
        for (String forged : List.of(none + "." + parts[1] + ".", none + "." + parts[1] + "." + parts[2],
                symmetric + "." + parts[1] + "." + parts[2], parts[0] + "." + base64("{}") + "." + parts[2],
                parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1], "", ".", "..", "a.b.c", "a-key-that-is-no-token",
                base64("[]") + "." + base64("7") + "." + parts[2],
                base64("{\"kid\":7}") + "." + parts[1] + "." + parts[2])) {
            assertThat(admits(forged)).as(forged).isFalse();
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNewKeyIsFoundButNotAskedForAtEachToken() {
        published.set(keySet("k2", SECOND));
        String next = token("k2", SECOND, jwt -> jwt);
        assertThat(admits(next)).as("just read").isFalse();
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(admits(next)).isTrue();
        assertThat(admits(token("k1", FIRST, jwt -> jwt))).as("withdrawn").isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat(admits(token("k" + (i + 9), SECOND, jwt -> jwt))).isFalse();
        }
        assertThat(reads).hasValue(2);
        nanos.addAndGet(Duration.ofMinutes(61).toNanos());
        assertThat(admits(next)).isTrue();
        Await.until("it is read again, and nobody waited for it", () -> admits(next) && reads.get() == 3);
    }

    @Test
    void whileTheIssuerIsAwayTheKeysReadBeforeHold() {
        for (String rubbish : List.of("", "[]", "{}", "{\"keys\": 7}", "{\"keys\": [{\"kty\": \"RSA\"}]}")) {
            published.set(rubbish);
            nanos.addAndGet(Duration.ofMinutes(61).toNanos());
            int before = reads.get();
            assertThat(admits(jwt -> jwt)).as(rubbish).isTrue();
            Await.until("it is read again", () -> {
                // Again and again: a read that ends only now counts from now on.
                nanos.addAndGet(Duration.ofMinutes(61).toNanos());
                return admits(jwt -> jwt) && reads.get() > before;
            });
        }
    }

    @Test
    void keysAreReadFromTheWebWithinBounds() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Thread::startVirtualThread);
        server.createContext("/keys", exchange -> answer(exchange, published.get().getBytes(StandardCharsets.UTF_8)));
        server.createContext("/large", exchange -> answer(exchange, new byte[(1 << 20) + 1]));
        server.createContext("/halting", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().flush();
            awaitEnd(over);
        });
        server.start();
        try {
            URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(KeySets.web(root.resolve("/keys")).read()).isEqualTo(published.get());
            assertThat(failure(root.resolve("/gone"))).endsWith("/gone answered 404");
            assertThat(failure(root.resolve("/large"))).contains("/large can't be read: ", "1048576");
            assertThat(failure(root.resolve("/halting"))).endsWith("/halting did not answer within PT2S");
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    private static void awaitEnd(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String failure(URI uri) throws InterruptedException {
        try {
            return KeySets.web(uri).read();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
