package simmer.testkit.cognigy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Paths of which one segment names something.
 *
 * @param prefix what stands before the segment
 * @param suffix what follows it; may be empty
 */
record OneSegment(String method, String prefix, String suffix) {

    boolean fits(String requestMethod, String rawPath) {
        return requestMethod.equals(method) && in(rawPath).isPresent();
    }

    /** The segment, decoded; empty if the path is another one. */
    Optional<String> in(String rawPath) {
        if (!rawPath.startsWith(prefix) || !rawPath.endsWith(suffix)
                || rawPath.length() <= prefix.length() + suffix.length()) {
            return Optional.empty();
        }
        String segment = rawPath.substring(prefix.length(), rawPath.length() - suffix.length());
        return segment.contains("/") ? Optional.empty() : Optional.of(decode(segment));
    }

    /** Unlike a form's, a path's plus sign is a plus sign. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
