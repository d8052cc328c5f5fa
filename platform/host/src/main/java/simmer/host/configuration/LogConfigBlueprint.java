package simmer.host.configuration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.host.events.LogFormat;

/** How events are logged; how much is the business of conf/logging.properties, and of the administration port. */
@Prototype.Blueprint
@Prototype.Configured
interface LogConfigBlueprint {

    /** How an event is written: text, or json, an object a line. */
    @Option.Configured
    @Option.Default("TEXT")
    LogFormat format();
}
