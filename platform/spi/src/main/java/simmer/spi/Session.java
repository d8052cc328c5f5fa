package simmer.spi;

/**
 * The session at Cognigy that a conversation belongs to.
 *
 * @param id 1 to 1,024 characters, any of Unicode, slashes too; never {@code .} or {@code ..}, which no path can address
 * @param platform the channel as the webhook named it, empty when it did not
 * @param language the language tag as the webhook named it ({@code en}, {@code de-AT}), empty when it did not
 * @param userId the customer's id at Cognigy as the webhook named it, at most 1,024 characters, empty when it did not
 */
public record Session(String id, String platform, String language, String userId) {

    /** Longest id taken, of the session and of the user, in UTF-16 units. */
    public static final int MAX_ID_LENGTH = 1024;

    /** @throws IllegalArgumentException if the id is blank, too long, or {@code .} or {@code ..}; or the user's too long */
    public Session {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("a session id has 1 to " + MAX_ID_LENGTH + " characters");
        }
        if (id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("a session id is neither '.' nor '..'");
        }
        if (userId.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("a user id has at most " + MAX_ID_LENGTH + " characters");
        }
    }

    /** A session of which the webhook named no user. */
    public Session(String id, String platform, String language) {
        this(id, platform, language, "");
    }
}
