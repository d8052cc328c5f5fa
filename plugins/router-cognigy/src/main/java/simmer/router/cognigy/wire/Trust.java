package simmer.router.cognigy.wire;

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

import io.helidon.common.tls.Tls;

/** Whose certificates are trusted. */
public final class Trust {

    private Trust() {
    }

    /** Those that Java trusts. */
    public static Tls ofJava() {
        return Tls.builder().build();
    }

    /**
     * Those that Java trusts, and some more: such as a proxy's that reads along.
     *
     * @param pem a file of one or more X.509 certificates
     * @throws IOException if the file can't be read
     * @throws CertificateException if it holds no certificates
     */
    public static Tls ofJavaAnd(Path pem) throws IOException, CertificateException {
        List<X509Certificate> trusted = new ArrayList<>(javas());
        int before = trusted.size();
        try (InputStream in = Files.newInputStream(pem)) {
            CertificateFactory.getInstance("X.509").generateCertificates(in)
                    .forEach(certificate -> trusted.add((X509Certificate) certificate));
        }
        if (trusted.size() == before) {
            throw new CertificateException("there is none");
        }
        return Tls.builder().trust(trusted).build();
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
