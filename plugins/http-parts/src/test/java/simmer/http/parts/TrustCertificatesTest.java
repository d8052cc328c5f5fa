package simmer.http.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;

final class TrustCertificatesTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static List<X509Certificate> javas() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        TrustManager manager = factory.getTrustManagers()[0];
        return List.of(((X509TrustManager) manager).getAcceptedIssuers());
    }

    @Test
    void thoseOfTheFileAreTrustedBesideJavas() throws Exception {
        List<X509Certificate> javas = javas();
        List<X509Certificate> more = List.of(javas.getLast(), javas.getFirst());
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : more) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        Path pem = Files.writeString(folder.resolve("two.pem"), text);
        OptionChecks checks = new OptionChecks();
        assertThat(TrustCertificates.andJavas(pem, checks))
                .containsExactlyInAnyOrderElementsOf(Stream.of(javas, more).flatMap(List::stream).toList());
        checks.throwIfAny();
    }

    @Test
    void aFileWithoutCertificatesIsReported() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThat(problem(empty)).isEqualTo("names " + empty + ", which holds no certificates as PEM: there is none");
        Path text = Files.writeString(folder.resolve("text.pem"),
                "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
        assertThat(problem(text)).startsWith("names " + text + ", which holds no certificates as PEM: ");
        Path missing = folder.resolve("missing.pem");
        assertThat(problem(missing)).isEqualTo("names " + missing + ", which can't be read: is it there?");
    }

    private static String problem(Path pem) {
        OptionChecks checks = new OptionChecks();
        TrustCertificates.andJavas(pem, checks);
        List<OptionProblem> problems = catchThrowableOfType(OptionException.class, checks::throwIfAny).problems();
        assertThat(problems).singleElement().returns("trust-certificates", OptionProblem::key);
        return problems.getFirst().sentence();
    }
}
