package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.Finding;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;

/** A Cognigy behind a certificate of its own, as one behind a company's proxy is. */
@Timeout(60)
final class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("authority", "BasicConstraints:critical=ca:true", "30");
        make("ours", "SAN=ip:127.0.0.1", "7", "-signer", "authority");
        make("anothers", "SAN=dns:another.example", "7", "-signer", "authority");
        make("expired", "SAN=ip:127.0.0.1", "1", "-signer", "authority", "-startdate", "-3d");
        keytool("authority", "-exportcert", "-rfc", "-file", authority().toString());
    }

    private static Path authority() {
        return folder.resolve("authority.pem");
    }

    private static Path keys() {
        return folder.resolve("keys.p12");
    }

    private static void make(String name, String extension, String days, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", extension,
                "-validity", days));
        all.addAll(List.of(more));
        keytool(name, all.toArray(String[]::new));
    }

    private static void keytool(String name, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        all.addAll(List.of(command));
        all.addAll(List.of("-alias", name, "-keystore", keys().toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
    }

    /** A server that shows this certificate and no other. */
    private static RawServer serverOf(String name) throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        KeyStore all = KeyStore.getInstance(keys().toFile(), password);
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, password);
        one.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(one, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return RawServer.startTls(context, (socket, _) -> RawServer.write(socket, GOOD));
    }

    private static RoutingResult route(RawServer server, String... options) {
        try (Router router = Routers.at("https://127.0.0.1:" + server.port() + "/api/v1", options)) {
            return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
        }
    }

    private static void assertRefused(RoutingResult result, RawServer server, String why) {
        assertThat(result).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                "Cognigy API at 127.0.0.1:" + server.port() + " is not called: its certificate " + why).notArrived());
        assertThat(server.requests()).as("the key must not go out").isZero();
    }

    @Test
    void aCertificateThatWeAreToldToTrustIsTrusted() throws Exception {
        try (RawServer server = serverOf("ours")) {
            assertThat(route(server, "trust-certificates", authority().toString())).isEqualTo(new Delivered("{}"));
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedUntilSomebodyActs() throws Exception {
        try (RawServer server = serverOf("ours")) {
            assertRefused(route(server), server, "is signed by nobody whom we trust. If it is a proxy's or the tenant's own,"
                    + " name the PEM file of who signed it in the option trust-certificates.");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (RawServer server = serverOf("anothers")) {
            assertRefused(route(server, "trust-certificates", authority().toString()), server,
                    "belongs to another host. Is the address right?");
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        try (RawServer server = serverOf("expired")) {
            assertRefused(route(server, "trust-certificates", authority().toString()), server,
                    "has expired, or is not valid yet. Is our clock right? If so, its owner must renew it.");
        }
    }

    @Test
    void aLiveCheckFindsIt() throws Exception {
        try (RawServer server = serverOf("ours");
                Router router = Routers.at("https://127.0.0.1:" + server.port() + "/api/v1")) {
            assertThat(router.check(Routers.AMPLE)).singleElement().satisfies(finding -> {
                assertThat(finding.standing()).isEqualTo(Finding.Standing.WRONG);
                assertThat(finding.sentence()).contains("its certificate is signed by nobody whom we trust");
            });
        }
    }

    @Test
    void aFileThatHoldsNoCertificateStopsTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"),
                "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
        assertThat(problem(empty)).startsWith("names " + empty + ", which holds no certificates as PEM: ");
        assertThat(problem(text)).startsWith("names " + text + ", which holds no certificates as PEM: ");
        Path missing = folder.resolve("missing.pem");
        assertThat(problem(missing)).isEqualTo("names " + missing + ", which can't be read: is it there?");
    }

    private static String problem(Path pem) {
        List<OptionProblem> problems = catchThrowableOfType(OptionException.class,
                () -> Routers.create(Map.of("trust-certificates", pem.toString()), Map.of())).problems();
        assertThat(problems).singleElement().returns("trust-certificates", OptionProblem::key);
        return problems.getFirst().sentence();
    }
}
