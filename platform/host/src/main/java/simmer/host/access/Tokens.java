package simmer.host.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;

/**
 * Access tokens of OAuth 2.0 as signed JWTs (RFC 9068), sent as {@code Authorization: Bearer}. One is taken if a key of the
 * issuer's has signed it, if it is in force, and if issuer, audience and scope are those expected.
 */
public final class Tokens implements Credential {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final TokenKeys keys;
    private final Expected expected;

    /**
     * What a token must say.
     *
     * @param issuer its {@code iss}
     * @param audience one of its {@code aud}
     * @param scope one of its {@code scope}, if any is asked for
     */
    public record Expected(String issuer, String audience, Optional<String> scope) {
    }

    public Tokens(TokenKeys keys, Expected expected) {
        this.keys = keys;
        this.expected = expected;
    }

    @Override
    public boolean admits(Presented presented) {
        return presented.authorizedBy("Bearer").anyMatch(this::holds);
    }

    private boolean holds(String token) {
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            Jwt jwt = signed.getJwt();
            return jwt.keyId().flatMap(keys::find).filter(known -> signed.verifySignature(known).isValid()).isPresent()
                    && isInForce(jwt, Instant.now()) && isAsExpected(jwt);
        } catch (RuntimeException e) {
            // Helidon's parser fails in many ways. Whatever it stumbles over is no token.
            return false;
        }
    }

    /** Helidon's own validators let a token without an end pass. */
    private static boolean isInForce(Jwt jwt, Instant now) {
        return jwt.expirationTime().filter(end -> now.isBefore(end.plus(CLOCK_SKEW))).isPresent()
                && jwt.notBefore().filter(begin -> now.isBefore(begin.minus(CLOCK_SKEW))).isEmpty()
                && jwt.headerClaim("crit").isEmpty();
    }

    private boolean isAsExpected(Jwt jwt) {
        return jwt.issuer().filter(expected.issuer()::equals).isPresent()
                && jwt.audience().filter(audience -> audience.contains(expected.audience())).isPresent()
                && expected.scope().map(scope -> jwt.scopes().filter(scopes -> scopes.contains(scope)).isPresent())
                        .orElse(true);
    }

    @Override
    public String challenge() {
        return "Bearer";
    }

    @Override
    public String hint() {
        return "a token of " + expected.issuer() + " as Bearer";
    }
}
