package simmer.benchmarks.load.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A webhook as it goes over the wire, made beforehand so that sending it costs the machine little. */
public final class Webhook {

    /** Where a server takes webhooks. */
    public static final String PATH = "/webhook/sentiment-escalation";

    private final byte[] request;
    private final int contentLength;
    private final String said;

    private Webhook(byte[] request, int contentLength, String said) {
        this.request = request;
        this.contentLength = contentLength;
        this.said = said;
    }

    /** A whole HTTP/1.1 request: not to be changed, for it is not copied. */
    public byte[] request() {
        return request;
    }

    /** The JSON alone, for a client that makes the request itself. */
    public byte[] content() {
        return Arrays.copyOfRange(request, request.length - contentLength, request.length);
    }

    /** Its newest utterance, the only one that its conversation had not brought before. */
    public String said() {
        return said;
    }

    /** @param before what was said before in this session, oldest first */
    public static Webhook of(String session, List<String> before, String said) {
        StringBuilder body = new StringBuilder("{\"session\":{\"id\":");
        quote(body, session).append(",\"history\":[");
        for (int i = 0; i < before.size(); i++) {
            quote(body.append(i == 0 ? "{\"userInput\":" : ",{\"userInput\":"), before.get(i)).append('}');
        }
        quote(body.append("]},\"userInput\":"), said).append(",\"platform\":\"webchat\",\"language\":\"en\"}");
        byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return new Webhook(request, content.length, said);
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
