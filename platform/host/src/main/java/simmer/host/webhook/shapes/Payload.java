package simmer.host.webhook.shapes;

/**
 * What a payload of any shape says, before it is bounded and checked.
 *
 * @param session whose it is
 * @param history what was said before, or with the current turn
 * @param current the current turn, empty if the shape has none beside its history
 * @param inputId Cognigy's id of the turn, empty if there is none
 * @param traceId Cognigy's id of the turn's trace, empty if there is none
 */
record Payload(NamedSession session, History history, String current, String inputId, String traceId) {

    /**
     * The session as the payload names it.
     *
     * @param pointer where its id stands, or should
     */
    record NamedSession(String id, String pointer, String platform, String language, String userId) {
    }
}
