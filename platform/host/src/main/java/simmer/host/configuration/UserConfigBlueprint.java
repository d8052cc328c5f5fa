package simmer.host.configuration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** A name with a password, for callers that send Basic. */
@Prototype.Blueprint
@Prototype.Configured
interface UserConfigBlueprint {

    /** The name: not empty, without a colon. */
    @Option.Configured
    String name();

    /** The password, made by a machine: 16 characters or more, or its hash as `simmer hash-key` makes it. */
    @Option.Configured
    @Option.Confidential
    String password();
}
