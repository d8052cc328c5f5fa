package simmer.router.cognigy;

import io.helidon.config.Config;
import io.helidon.webclient.api.DefaultDnsResolver;

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
        if (config.dialect() == DialectName.REPLY) {
            checks.throwIfAny();
            return new ReplyRouter(name);
        }
        Access access = Access.find(config, options.root(), checks);
        checks.throwIfAny();
        return switch (access) {
            case Access.Missing missing -> new LockedOutRouter(name, missing.logged());
            case Access.Granted granted -> new CognigyRouter(name, config, granted, DefaultDnsResolver.create());
        };
    }
}
