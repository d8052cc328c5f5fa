package simmer.host.admin;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.spi.ServerFeature;

import simmer.host.access.Access;

/** Guards the administration socket, and adds to it what Helidon's observers don't have. */
public final class AdministrationAccess implements ServerFeature {

    private final Access access;

    public AdministrationAccess(Access access) {
        this.access = access;
    }

    @Override
    public void setup(ServerFeatureContext context) {
        HttpRouting.Builder routing = context.socket(Administration.SOCKET).httpRouting();
        routing.addFilter(new AdministrationGuard(access));
        routing.register(LogLevels.PATH, new LogLevels());
    }

    @Override
    public String name() {
        return type();
    }

    @Override
    public String type() {
        return "administration-access";
    }
}
