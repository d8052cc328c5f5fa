package simmer.router.cognigy.wire;

/**
 * Whom we call, in words that its reader knows.
 *
 * @param name such as {@code Cognigy API}
 * @param address where it is
 * @param settings which variables say so
 */
public record Peer(String name, Address address, String settings) {

    /** The beginning of a sentence: {@code Cognigy API at HOST:PORT}. */
    public String at() {
        return name + " at " + address.hostAndPort();
    }

    /** What to look at when something else seems to answer. */
    public String doubt() {
        return "Is " + settings + " right?";
    }
}
