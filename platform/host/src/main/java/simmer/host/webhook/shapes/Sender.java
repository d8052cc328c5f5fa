package simmer.host.webhook.shapes;

/**
 * Who a payload is from, as the request's headers say: for a payload that is an array and has nowhere to say it.
 *
 * @param sessionId of {@value #SESSION_HEADER}, empty if there is none
 * @param userId of {@value #USER_HEADER}, empty if there is none
 */
public record Sender(String sessionId, String userId) {

    /** The header that names the session. */
    public static final String SESSION_HEADER = "X-Session-Id";
    /** The header that names the user. */
    public static final String USER_HEADER = "X-User-Id";
}
