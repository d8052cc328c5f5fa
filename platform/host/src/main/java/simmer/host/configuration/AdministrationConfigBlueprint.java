package simmer.host.configuration;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Who may use the administration port. */
@Prototype.Blueprint
@Prototype.Configured
interface AdministrationConfigBlueprint {

    /**
     * Keys of which a caller must send one, as X-API-Key or Bearer, for all but health: 16 characters or more each, or their
     * hashes; none means that anyone who reaches the port may read, and only this machine may change anything.
     */
    @Option.Configured
    @Option.Confidential
    List<String> apiKeys();
}
