package simmer.host.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes payloads up: objects of the fields that payloads have, most of them of the type that they should be, some not.
 *
 * @param random where chance comes from
 */
record Payloads(RandomGenerator random) {

    private static final List<String> IDS = List.of("s", "a/b#c?d%25+\\\"", "😀", " ", "", ".", "..", "x".repeat(1_000),
            "y".repeat(1_025));
    private static final List<String> TEXTS = List.of("0.1", "0.9", "hello", "", "  ", "ünï\\n");
    private static final List<String> ODD = List.of("null", "7", "-1.5e300", "true", "{}", "[]", "\"text\"", "[[]]",
            "{\"x\": {}}");

    /** The next one, as JSON. */
    String next() {
        if (oneIn(40)) {
            return odd();
        }
        Map<String, String> fields = new TreeMap<>();
        if (oneIn(2)) {
            fields.put("sessionId", usually(text(IDS)));
        }
        if (oneIn(3)) {
            fields.put("session", usually(session()));
        }
        for (String name : List.of("text", "userInput", "language", "userId")) {
            if (oneIn(4)) {
                fields.put(name, usually(text(TEXTS)));
            }
        }
        for (String name : List.of("transcript", "history", "lastConversationEntries")) {
            if (oneIn(4)) {
                fields.put(name, usually(entries()));
            }
        }
        for (String name : List.of("data", "inputId", "channel", "platform", "unknown")) {
            if (oneIn(6)) {
                fields.put(name, oneIn(2) ? odd() : text(TEXTS));
            }
        }
        return object(fields);
    }

    private String session() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("id", usually(text(IDS)));
        if (oneIn(2)) {
            fields.put("history", usually(entries()));
        }
        return object(fields);
    }

    private String entries() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> usually(entry()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String entry() {
        return switch (random.nextInt(4)) {
            case 0 -> object(Map.of("userInput", usually(text(TEXTS))));
            case 1 -> object(Map.of("role", usually("\"user\""), "type", usually("\"input\""), "payload",
                    usually(object(Map.of("text", usually(text(TEXTS)))))));
            case 2 -> object(Map.of("source", usually("\"user\""), "text", usually(text(TEXTS))));
            default -> object(Map.of("source", usually("\"user\""), "inputText", usually(text(TEXTS)), "timestamp", odd()));
        };
    }

    private String usually(String value) {
        return oneIn(20) ? odd() : value;
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private String text(List<String> texts) {
        return "\"" + texts.get(random.nextInt(texts.size())) + "\"";
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
