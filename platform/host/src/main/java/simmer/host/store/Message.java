package simmer.host.store;

/**
 * A delivery to be made.
 *
 * @param id the same at every attempt, unique among all deliveries: the idempotency key
 * @param urgency more urgent messages are sent first; the index of the level
 * @param body what is to be delivered, a text that only its writer understands; no customer's words
 */
public record Message(String id, int urgency, String body) {
}
