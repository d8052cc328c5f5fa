package simmer.host.configuration;

import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Where sessions, deliveries to be made and the budget of calls are kept: one of the two, the embedded one by default. */
@Prototype.Blueprint
@Prototype.Configured
interface StoreConfigBlueprint {

    /** The store in the data folder, for one process. */
    @Option.Configured
    Optional<EmbeddedStoreConfig> embedded();

    /** A PostgreSQL server of version 15 or later, for one process or several. */
    @Option.Configured
    Optional<PostgresStoreConfig> postgres();
}
