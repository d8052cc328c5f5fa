package simmer.host.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Names with passwords, sent as {@code Authorization: Basic} (RFC 7617, in UTF-8). */
public final class Users implements Credential {

    private final List<User> known;

    /**
     * One who may call.
     *
     * @param name without a colon, which separates it from the password when sent
     */
    public record User(String name, SecretHash password) {
    }

    public Users(List<User> known) {
        this.known = List.copyOf(known);
    }

    @Override
    public boolean admits(Presented presented) {
        boolean admitted = false;
        for (String sent : presented.authorizedBy("Basic").map(Users::decoded).flatMap(Optional::stream).toList()) {
            int colon = sent.indexOf(':');
            String name = colon < 0 ? sent : sent.substring(0, colon);
            String password = colon < 0 ? "" : sent.substring(colon + 1);
            for (User user : known) {
                // Both are looked at, whatever the first comes to.
                boolean rightName = same(user.name(), name);
                boolean rightPassword = user.password().matches(password);
                admitted |= rightName && rightPassword;
            }
        }
        return admitted;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String challenge() {
        return "Basic realm=\"simmer\", charset=\"UTF-8\"";
    }

    @Override
    public String hint() {
        return "a name and password of simmer.webhook.users as Basic";
    }
}
