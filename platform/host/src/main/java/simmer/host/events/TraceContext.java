package simmer.host.events;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace, as the header {@code traceparent} tells it (W3C Trace Context, level 1).
 *
 * @param traceId 32 hexadecimal digits, not all 0
 * @param spanId 16 hexadecimal digits, not all 0
 * @param flags two hexadecimal digits
 */
record TraceContext(String traceId, String spanId, String flags) {

    private static final Pattern HEADER = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final String NOT_SAMPLED = "00";

    /** Reads a header; absent if it is not as the standard wants it. */
    static Optional<TraceContext> parse(String header) {
        Matcher matcher = HEADER.matcher(header.strip());
        return matcher.matches()
                ? Optional.of(new TraceContext(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The beginning of a trace that nobody collects. */
    static TraceContext begun(RandomGenerator random) {
        return new TraceContext(hex(random, TRACE_BYTES), hex(random, SPAN_BYTES), NOT_SAMPLED);
    }

    private static String hex(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        bytes[0] |= 1; // never all 0
        return HexFormat.of().formatHex(bytes);
    }

    String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
