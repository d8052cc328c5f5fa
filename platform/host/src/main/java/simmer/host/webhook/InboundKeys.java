package simmer.host.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;

/**
 * The keys that callers must send one of. Kept and compared as digests, in a time that tells nothing of them. Immutable.
 */
public final class InboundKeys {

    private static final String BEARER = "bearer ";

    private final List<byte[]> digests;

    /** @param keys none means that everyone may call */
    public InboundKeys(List<String> keys) {
        this.digests = keys.stream().map(String::strip).map(InboundKeys::digest).toList();
    }

    /** Whether callers need a key at all. */
    public boolean required() {
        return !digests.isEmpty();
    }

    /** Whether the caller sent a key: as {@code X-API-Key}, as {@code Authorization}, or there after {@code Bearer}. */
    boolean admit(ServerRequestHeaders headers) {
        if (!required()) {
            return true;
        }
        boolean admitted = false;
        List<String> sent = Stream.of(HeaderNames.create("X-API-Key"), HeaderNames.AUTHORIZATION)
                .flatMap(name -> headers.all(name, List::of).stream()).toList();
        for (String value : sent) {
            byte[] digest = digest(withoutScheme(value));
            for (byte[] known : digests) {
                admitted |= MessageDigest.isEqual(known, digest);
            }
        }
        return admitted;
    }

    private static String withoutScheme(String value) {
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : value.strip();
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
