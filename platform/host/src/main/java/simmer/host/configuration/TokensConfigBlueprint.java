package simmer.host.configuration;

import java.net.URI;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Access tokens of OAuth 2.0, as signed JWTs. */
@Prototype.Blueprint
@Prototype.Configured
interface TokensConfigBlueprint {

    /** The issuer's key set (JWKS): an https or http address, or a file; read again every hour, and for a new key. */
    @Option.Configured
    URI keySet();

    /** Who must have issued a token, its `iss`: not empty. */
    @Option.Configured
    String issuer();

    /** Whom a token must be meant for, one of its `aud`: not empty. */
    @Option.Configured
    String audience();

    /** What a token must allow, one of its `scope`; anything unless set. */
    @Option.Configured
    Optional<String> scope();
}
