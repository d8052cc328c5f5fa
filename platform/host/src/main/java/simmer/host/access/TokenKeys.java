package simmer.host.access;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock reading = new ReentrantLock();
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
        refresh();
    }

    /** The key set that holds a key. */
    Optional<JwkKeys> find(String keyId) {
        long age = nanoClock.getAsLong() - triedNanos;
        if (keys.forKeyId(keyId).isPresent()) {
            if (age > REFRESH_AFTER.toNanos() && !reading.isLocked()) {
                // No webhook waits for what it doesn't need.
                Thread.ofVirtual().name("token-keys").start(this::refresh);
            }
        } else if (age > AT_MOST_EVERY.toNanos()) {
            refresh();
        }
        JwkKeys now = keys;
        return now.forKeyId(keyId).filter(key -> !key.algorithm().equals(Jwk.ALG_NONE)).map(_ -> now);
    }

    private void refresh() {
        if (!reading.tryLock()) {
            return;
        }
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
            reading.unlock();
        }
    }
}
