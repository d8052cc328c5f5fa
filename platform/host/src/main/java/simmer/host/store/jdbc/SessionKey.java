package simmer.host.store.jdbc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import simmer.host.hashing.Hashes;

/**
 * How the tables name a session. Its state stands under a digest, which is short, whatever the id; its messages keep the
 * id too, percent-encoded, for PostgreSQL's texts hold no U+0000.
 */
final class SessionKey {

    private SessionKey() {
    }

    static String digest(String sessionId) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(sessionId.getBytes(StandardCharsets.UTF_8)));
    }

    static String encoded(String sessionId) {
        return URLEncoder.encode(sessionId, StandardCharsets.UTF_8);
    }

    static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
