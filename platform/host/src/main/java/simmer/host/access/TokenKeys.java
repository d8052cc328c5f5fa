package simmer.host.access;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

import io.helidon.security.jwt.jwk.Jwk;
import io.helidon.security.jwt.jwk.JwkKeys;
import jakarta.json.Json;
import jakarta.json.JsonReader;

/**
 * The keys that an issuer signs its tokens with (a JSON Web Key Set, RFC 7517), read again now and then, and when a token
 * names one that is not known: issuers change them. For use by any number of threads; one reads, the others go on with what
 * is there. Only who comes with a key that is not known waits for it.
 */
public final class TokenKeys {

    private static final System.Logger LOG = System.getLogger(TokenKeys.class.getName());
    private static final Duration REFRESH_AFTER = Duration.ofHours(1);
    /** Anyone can send a token that names a key which nobody knows; that must not become a call each. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Source source;
    private final LongSupplier nanoClock;
    /** Taken by who reads, for one at a time; it may end on another thread. */
    private final Semaphore reading = new Semaphore(1);
    private volatile JwkKeys keys = JwkKeys.builder().build();
    private volatile long triedNanos;

    /** Where the key set comes from. */
    @FunctionalInterface
    public interface Source {

        /** Reads it, within a few seconds. */
        String read() throws IOException, InterruptedException;
    }

    /** Reads the keys; if they can't be had now, they are tried for again, and until then no token is taken. */
    public TokenKeys(Source source, LongSupplier nanoClock) {
        this.source = source;
        this.nanoClock = nanoClock;
        reading.acquireUninterruptibly();
        refresh();
    }

    /** The key set that holds a key. */
    Optional<JwkKeys> find(String keyId) {
        if (keys.forKeyId(keyId).isPresent()) {
            if (begins(REFRESH_AFTER)) {
                // No webhook waits for what it doesn't need.
                Thread.ofVirtual().name("token-keys").start(this::refresh);
            }
        } else if (begins(AT_MOST_EVERY)) {
            refresh();
        }
        JwkKeys now = keys;
        return now.forKeyId(keyId).filter(key -> !key.algorithm().equals(Jwk.ALG_NONE)).map(_ -> now);
    }

    /** Whether the keys are to be read again, by the caller: nobody reads, and nobody has for so long. */
    private boolean begins(Duration after) {
        if (!isOlder(after) || !reading.tryAcquire()) {
            return false;
        }
        boolean still = isOlder(after);
        if (!still) {
            reading.release();
        }
        return still;
    }

    private boolean isOlder(Duration age) {
        return nanoClock.getAsLong() - triedNanos > age.toNanos();
    }

    private void refresh() {
        try (JsonReader reader = Json.createReader(new StringReader(source.read()))) {
            JwkKeys read = JwkKeys.create(reader.readObject());
            if (read.keys().isEmpty()) {
                throw new IOException("there is no key in the set that can be used");
            }
            keys = read;
        } catch (IOException | RuntimeException e) {
            // Helidon's parser fails in many ways, NullPointerException among them.
            LOG.log(System.Logger.Level.WARNING,
                    "the keys that sign tokens could not be read ({0}); those read before still hold", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            triedNanos = nanoClock.getAsLong();
            reading.release();
        }
    }
}
