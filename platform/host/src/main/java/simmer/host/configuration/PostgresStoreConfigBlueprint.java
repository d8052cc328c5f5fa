package simmer.host.configuration;

import java.time.Duration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** A store on a PostgreSQL server. */
@Prototype.Blueprint
@Prototype.Configured
interface PostgresStoreConfigBlueprint {

    /** The database: jdbc:postgresql://HOST:PORT/DATABASE, then ?sslmode=verify-full and other options of the driver. */
    @Option.Configured
    String url();

    /** The user, who may create tables in the database: not empty. */
    @Option.Configured
    String user();

    /** The user's password, best from the environment; none by default. */
    @Option.Configured
    @Option.Confidential
    @Option.Default("")
    String password();

    /** Most connections at a time: 1 to 200. */
    @Option.Configured
    @Option.DefaultInt(10)
    int poolSize();

    /** How long a call to the store may take before the webhook goes on without it: PT0.1S to PT30S. */
    @Option.Configured
    @Option.Default("PT1S")
    Duration timeout();

    /** How long a start waits for a server that is away: PT0S to PT10M. */
    @Option.Configured
    @Option.Default("PT10S")
    Duration waitAtStart();
}
