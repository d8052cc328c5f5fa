package simmer.spi;

/**
 * The session at Cognigy that a conversation belongs to.
 *
 * @param id 1 to 1,024 characters, any of Unicode, slashes too; never {@code .} or {@code ..}, which no path can address
 * @param platform the channel as the webhook named it, empty when it did not
 * @param language the language tag as the webhook named it ({@code en}, {@code de-AT}), empty when it did not
 */
public record Session(String id, String platform, String language) {

    /** Longest id taken, in UTF-16 units. */
    public static final int MAX_ID_LENGTH = 1024;

    /** @throws IllegalArgumentException if the id is blank, too long, or {@code .} or {@code ..} */
    public Session {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("a session id has 1 to " + MAX_ID_LENGTH + " characters");
        }
        if (id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("a session id is neither '.' nor '..'");
        }
    }
}
