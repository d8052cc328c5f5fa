package simmer.host.access;

import java.util.List;
import java.util.stream.Stream;

/** Keys of which a caller sends one: as {@code X-API-Key}, as {@code Authorization}, or there after {@code Bearer}. */
public final class ApiKeys implements Credential {

    private final List<SecretHash> keys;
    private final String option;

    /** @param option where they are configured */
    public ApiKeys(List<SecretHash> keys, String option) {
        this.keys = List.copyOf(keys);
        this.option = option;
    }

    @Override
    public boolean admits(Presented presented) {
        List<String> sent = Stream.of(presented.apiKeys().stream(), presented.authorizedBy("Bearer"),
                presented.authorizations().stream()).flatMap(values -> values).map(String::strip).toList();
        boolean admitted = false;
        for (String key : sent) {
            for (SecretHash known : keys) {
                admitted |= known.matches(key);
            }
        }
        return admitted;
    }

    @Override
    public String challenge() {
        return "Bearer";
    }

    @Override
    public String hint() {
        return "one of " + option + " as X-API-Key";
    }
}
