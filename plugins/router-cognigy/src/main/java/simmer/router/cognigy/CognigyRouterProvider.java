package simmer.router.cognigy;

import java.util.Optional;

import io.helidon.common.tls.Tls;
import io.helidon.config.Config;
import io.helidon.webclient.api.DefaultDnsResolver;

import simmer.http.parts.TrustCertificates;
import simmer.router.cognigy.wire.CognigyClient;
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
        Tls trust = config.trustCertificates()
                .map(pem -> Tls.builder().trust(TrustCertificates.andJavas(pem, checks)).build())
                .orElseGet(() -> Tls.builder().build());
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
}
