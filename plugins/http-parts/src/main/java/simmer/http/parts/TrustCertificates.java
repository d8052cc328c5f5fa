package simmer.http.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import simmer.spi.OptionChecks;

/**
 * The option {@value #KEY}: a PEM file of certificates that are trusted beside those that Java trusts, such as a proxy's
 * that reads along.
 */
public final class TrustCertificates {

    private static final String KEY = "trust-certificates";

    private TrustCertificates() {
    }

    /**
     * Those of the file, after all that Java trusts.
     *
     * @param checks takes it, if the file can't be read or holds no certificates; Java's alone are returned then
     */
    public static List<X509Certificate> andJavas(Path pem, OptionChecks checks) {
        List<X509Certificate> trusted = new ArrayList<>(javas());
        try {
            trusted.addAll(in(pem));
        } catch (IOException e) {
            checks.require(false, KEY, "names " + pem + ", which can't be read: is it there?");
        } catch (CertificateException e) {
            checks.require(false, KEY, "names " + pem + ", which holds no certificates as PEM: "
                    + OneLine.of(String.valueOf(e.getMessage())));
        }
        return trusted;
    }

    private static List<X509Certificate> in(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList();
            if (found.isEmpty()) {
                throw new CertificateException("there is none");
            }
            return found;
        }
    }

    private static List<X509Certificate> javas() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers())).toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own trusted certificates can't be read", e);
        }
    }
}
