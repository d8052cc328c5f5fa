package simmer.model.oip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import simmer.http.parts.OneLine;
import simmer.spi.OptionException;

/** Whom to believe that a server is who it says. */
final class Trust {

    private static final String KEY = "trust";

    private Trust() {
    }

    /**
     * Trusts only these certificates, or what they have signed.
     *
     * @throws OptionException if the file holds no certificates in PEM format
     */
    static SSLContext only(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new OptionException(KEY, "leads to " + file + ", which holds no certificate in PEM format");
            }
            return context(certificates);
        } catch (IOException | GeneralSecurityException e) {
            throw new OptionException(KEY, "leads to " + file + ", which can't be read as certificates in PEM format: "
                    + OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    private static SSLContext context(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int index = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + index++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
