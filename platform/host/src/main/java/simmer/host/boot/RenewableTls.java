package simmer.host.boot;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import io.helidon.common.tls.ConfiguredTlsManager;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsConfig;
import io.helidon.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Helidon's TLS, but such that its certificate can be renewed: in 4.3.0 a reload fails with a NullPointerException, after it
 * has exchanged the key, unless {@code tls.trust} is configured. So where it isn't, the JDK's own trust is handed over,
 * which is what none comes to anyway; it counts only if callers must show certificates.
 */
final class RenewableTls extends ConfiguredTlsManager {

    private RenewableTls() {
        super("@default", "renewable");
    }

    /** Reads a node {@code tls}, and the files that it names. */
    static Tls of(Config tls) {
        return TlsConfig.builder().config(tls).manager(new RenewableTls()).build();
    }

    @Override
    protected void initSslContext(TlsConfig config, SecureRandom random, KeyManager[] keys, TrustManager[] trust) {
        super.initSslContext(config, random, keys, trust.length == 0 ? ofJdk() : trust);
    }

    private static TrustManager[] ofJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable
            KeyStore theJdks = null;
            factory.init(theJdks);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime trusts somebody", e);
        }
    }
}
