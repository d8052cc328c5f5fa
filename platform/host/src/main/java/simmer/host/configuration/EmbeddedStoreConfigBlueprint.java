package simmer.host.configuration;

import java.time.Duration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** The store in the data folder. */
@Prototype.Blueprint
@Prototype.Configured
interface EmbeddedStoreConfigBlueprint {

    /** How long a call to the store may take before the webhook goes on without it: PT0.1S to PT30S. */
    @Option.Configured
    @Option.Default("PT1S")
    Duration timeout();
}
