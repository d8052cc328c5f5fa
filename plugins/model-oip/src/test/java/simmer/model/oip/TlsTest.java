package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** A server with a certificate of its own making. */
@Timeout(60)
final class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** Makes a key and its certificate, as {@code server.pem}, with the JDK's own tool. */
    private SSLContext identity(String host) throws Exception {
        Path store = folder.resolve("server.p12");
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=server", "-ext", "san=" + host,
                "-keystore",
                store.toString());
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", folder.resolve("server.pem").toString(), "-keystore",
                store.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", String.valueOf(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void onlyATrustedServerIsCalled() throws Exception {
        try (EmbeddedNetwork network = new EmbeddedNetwork();
                OipServer server = OipServer.start(network, identity("ip:127.0.0.1"))) {
            try (SentimentModel model = Models.at("trust-certificates: " + folder.resolve("server.pem"), server)) {
                assertThat(model.outage()).isEmpty();
                assertThat(model.read(List.of(new Utterance("I hate this"))).getFirst().negative()).isGreaterThan(0.8);
            }
            try (SentimentModel model = Models.at("token: s3cret", server)) {
                assertThat(model.outage().orElse(""))
                        .startsWith("the model server " + server.url() + " has no TLS that we trust");
                assertThat(server.authorizations()).as("the token stays here").doesNotContain("Bearer s3cret");
            }
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws Exception {
        try (EmbeddedNetwork network = new EmbeddedNetwork();
                OipServer server = OipServer.start(network, identity("dns:elsewhere.example"));
                SentimentModel model = Models.at("trust-certificates: " + folder.resolve("server.pem"), server)) {
            assertThat(model.outage().orElse("")).contains("has no TLS that we trust");
        }
    }

    @Test
    void whatJavaTrustsIsTrustedBesideWhatTheFileHolds() throws Exception {
        SSLContext identity = identity("ip:127.0.0.1");
        Path javas = folder.resolve("javas.p12");
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", folder.resolve("server.pem").toString(),
                "-keystore",
                javas.toString());
        Path another = folder.resolve("another.pem");
        String store = folder.resolve("server.p12").toString();
        keytool("-genkeypair", "-alias", "another", "-keyalg", "EC", "-dname", "CN=another", "-keystore", store);
        keytool("-exportcert", "-rfc", "-alias", "another", "-file", another.toString(), "-keystore", store);
        Properties before = (Properties) System.getProperties().clone();
        System.setProperty("javax.net.ssl.trustStore", javas.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", String.valueOf(PASSWORD));
        try (EmbeddedNetwork network = new EmbeddedNetwork();
                OipServer server = OipServer.start(network, identity);
                SentimentModel model = Models.at("trust-certificates: " + another, server)) {
            assertThat(model.outage()).isEmpty();
        } finally {
            System.setProperties(before);
        }
    }
}
