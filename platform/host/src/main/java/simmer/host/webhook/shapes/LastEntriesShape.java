package simmer.host.webhook.shapes;

/** Cognigy's {@code lastConversationEntries}, <b>newest first</b>, beside fields of the input object. */
record LastEntriesShape() implements Shape {

    private static final String KEY = "lastConversationEntries";

    @Override
    public boolean fits(Fields body) {
        return body.has(KEY);
    }

    @Override
    public Payload read(Fields body) {
        return InputShape.with(Entries.NEWEST_FIRST.history(body, KEY), body);
    }
}
