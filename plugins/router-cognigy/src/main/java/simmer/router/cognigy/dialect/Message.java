package simmer.router.cognigy.dialect;

import jakarta.json.JsonObject;

/** What a dialect makes of a decision. */
public sealed interface Message {

    /**
     * A call to make.
     *
     * @param path below the base address, escaped, with a slash at its beginning
     * @param body what is posted
     */
    record Post(String path, JsonObject body) implements Message {
    }

    /**
     * No call can say this.
     *
     * @param why one sentence: what is missing and who can mend it
     */
    record Unsayable(String why) implements Message {
    }

    /** The configuration says nothing on this level. */
    record Silence() implements Message {
    }
}
