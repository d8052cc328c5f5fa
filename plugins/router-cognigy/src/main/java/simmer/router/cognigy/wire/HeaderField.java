package simmer.router.cognigy.wire;

/**
 * A header of a request.
 *
 * @param name a token
 * @param value visible ASCII and spaces
 */
public record HeaderField(String name, String value) {

    /** @throws IllegalArgumentException if the value would end the header or break its encoding */
    public HeaderField {
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the header " + name + " would hold a character that none may hold");
        }
    }

    /** The value may be a secret. */
    @Override
    public String toString() {
        return name;
    }
}
