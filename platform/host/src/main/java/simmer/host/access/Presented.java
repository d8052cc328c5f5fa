package simmer.host.access;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a request shows of who sends it.
 *
 * @param apiKeys the values of {@code X-API-Key}
 * @param authorizations the values of {@code Authorization}
 */
public record Presented(List<String> apiKeys, List<String> authorizations) {

    /** @param headers a header's values, by its name in any case; none if it was not sent */
    public static Presented in(Function<String, List<String>> headers) {
        return new Presented(headers.apply("X-API-Key"), headers.apply("Authorization"));
    }

    /** What follows the name of a scheme, {@code Bearer} say, in {@code Authorization}. */
    Stream<String> authorizedBy(String scheme) {
        String prefix = scheme + " ";
        return authorizations.stream().filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(value -> value.substring(prefix.length()).strip());
    }
}
