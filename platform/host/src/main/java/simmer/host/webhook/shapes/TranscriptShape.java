package simmer.host.webhook.shapes;

import jakarta.json.JsonArray;

import simmer.host.webhook.shapes.Payload.NamedSession;

/**
 * The array of Cognigy's Get Transcript node, oldest first, under {@code transcript} or {@code history}, beside fields of
 * the input object; or the array alone, whose session stands in the request's headers.
 */
record TranscriptShape() implements Shape {

    private static final String KEY = "transcript";
    private static final String OTHER_KEY = "history";

    @Override
    public boolean fits(Fields body) {
        return body.has(KEY) || body.has(OTHER_KEY);
    }

    @Override
    public Payload read(Fields body) {
        return InputShape.with(Entries.KNOWN.history(body, body.has(KEY) ? KEY : OTHER_KEY), body);
    }

    /** The array alone. */
    static Payload read(JsonArray transcript, Sender sender) {
        return new Payload(new NamedSession(sender.sessionId(), "", "", "", sender.userId()),
                new History(Entries.KNOWN.oldestFirst(transcript, false), true), "", "", "");
    }
}
