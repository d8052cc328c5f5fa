package simmer.host.webhook.shapes;

/** A shape of payload. Immutable. */
interface Shape {

    /** Whether an object is of this shape, by the fields that it has. */
    boolean fits(Fields body);

    /**
     * Reads what fits.
     *
     * @throws PayloadException if something has a wrong type
     */
    Payload read(Fields body);
}
