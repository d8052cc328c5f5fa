package simmer.router.cognigy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;

import io.helidon.common.tls.Tls;
import io.helidon.config.Config;
import io.helidon.webclient.api.DefaultDnsResolver;

import simmer.http.parts.OneLine;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.Trust;
import simmer.spi.OptionChecks;
import simmer.spi.Router;
import simmer.spi.RouterProvider;

/** Makes the router from {@code router: {cognigy: {dialect: session-update}}}. */
public final class CognigyRouterProvider implements RouterProvider {

    static final String KEY = "cognigy";

    @Override
    public String configKey() {
        return KEY;
    }

    @Override
    public Router create(Config options, String name) {
        CognigyConfig config = CognigyConfig.create(options);
        OptionChecks checks = new OptionChecks();
        OptionRanges.check(config, checks);
        Wording wording = Wording.of(config, options.root(), checks);
        Tls trust = config.trustCertificates().map(pem -> trust(pem, checks)).orElseGet(Trust::ofJava);
        // Who calls nobody is stopped by no key that is of no use to it.
        boolean calls = config.dialect() != DialectName.REPLY;
        Access access = Access.find(config, options.root(), calls ? checks : new OptionChecks());
        checks.throwIfAny();
        CognigyClient.Settings settings = new CognigyClient.Settings(config.connectTimeout(), config.readTimeout(), trust,
                DefaultDnsResolver.create(), !config.dialect().speaksThroughEndpoint());
        Optional<String> missing = access.missing(config);
        if (!calls) {
            return new ReplyRouter(name,
                    missing.isPresent() ? Optional.empty() : Optional.of(new Tenant(config, access, settings)));
        }
        if (missing.isPresent()) {
            return LockedOutRouter.saying(missing.get(), name);
        }
        return new CognigyRouter(name, config, access, wording.dialect(config, access.urlToken()), settings);
    }

    private static Tls trust(Path pem, OptionChecks checks) {
        try {
            return Trust.ofJavaAnd(pem);
        } catch (IOException e) {
            checks.require(false, "trust-certificates", "names " + pem + ", which can't be read: is it there?");
        } catch (CertificateException e) {
            checks.require(false, "trust-certificates", "names " + pem + ", which holds no certificates as PEM: "
                    + OneLine.of(String.valueOf(e.getMessage())));
        }
        return Trust.ofJava();
    }
}
