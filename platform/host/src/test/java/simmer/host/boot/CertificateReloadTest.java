package simmer.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.webserver.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is renewed under a running server. */
final class CertificateReloadTest {

    private static final String PASSPHRASE = "no-secret-at-all";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path keyStore(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "1", "-dname", "CN=" + name, "-validity", "2",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSPHRASE).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static String served(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{new Anyone()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
        }
    }

    @Test
    void newConnectionsGetTheRenewedCertificateAndABrokenFileChangesNothing() throws Exception {
        Path current = Files.copy(keyStore("first"), folder.resolve("current.p12"));
        Config tls = Config.just(ConfigSources.create(Map.of(
                "tls.private-key.keystore.resource.path", current.toString(), "tls.private-key.keystore.passphrase",
                PASSPHRASE)))
                .get("tls");
        WebServer server = WebServer.builder().host("127.0.0.1").tls(RenewableTls.of(tls)).shutdownHook(false).build()
                .start();
        BlockingQueue<Boolean> reloaded = new LinkedBlockingQueue<>();
        try (CertificateReload _ = new CertificateReload(tls, renewed -> {
            server.reloadTls(renewed);
            reloaded.add(true);
        }, Duration.ofMillis(20))) {
            assertThat(served(server.port())).isEqualTo("CN=first");

            Files.move(keyStore("second"), current, StandardCopyOption.ATOMIC_MOVE);
            assertThat(reloaded.poll(20, TimeUnit.SECONDS)).isTrue();
            assertThat(served(server.port())).isEqualTo("CN=second");

            Files.writeString(current, "half of a key store");
            Path third = keyStore("third");
            assertThat(served(server.port())).isEqualTo("CN=second");
            assertThat(reloaded).isEmpty();

            Files.move(third, current, StandardCopyOption.ATOMIC_MOVE);
            assertThat(reloaded.poll(20, TimeUnit.SECONDS)).isTrue();
            assertThat(served(server.port())).isEqualTo("CN=third");
        } finally {
            server.stop();
        }
    }

    /** Trusts every server: who it is, is what is asked. */
    private static final class Anyone implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // All may.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // All may.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
