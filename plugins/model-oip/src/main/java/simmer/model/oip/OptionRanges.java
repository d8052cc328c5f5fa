package simmer.model.oip;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import simmer.spi.OptionChecks;

/** The ranges of the options that only this model has. */
final class OptionRanges {

    private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern HEADER = Pattern.compile("[\\x21-\\x7e]{1,8192}");
    private static final int MAX_SERVERS = 16;
    private static final int MAX_RETRIES = 5;
    private static final int MAX_FAILURES = 100;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private OptionRanges() {
    }

    static void check(OipModelConfig config, OptionChecks checks) {
        checks.require(!config.urls().isEmpty() && config.urls().size() <= MAX_SERVERS, "urls", config.urls().isEmpty()
                ? "is missing; it must list 1 to " + MAX_SERVERS + " addresses, such as [http://triton:8000]"
                : "lists " + config.urls().size() + " addresses, must be 1 to " + MAX_SERVERS);
        segment(checks, "model", config.model());
        checks.require(config.model().isPresent(), "model", "is missing; it must be the model's name at the servers");
        segment(checks, "version", config.version());
        checks.require(config.path().isPresent(), "path",
                "is missing; it must name a model's folder, such as models/simmer-en");
        range(checks, "timeout", config.timeout(), Duration.ofMillis(10), LONGEST_CALL);
        range(checks, "connect-timeout", config.connectTimeout(), Duration.ofMillis(1), LONGEST_CALL);
        range(checks, "probe-every", config.probeEvery(), Duration.ofMillis(100), Duration.ofMinutes(1));
        range(checks, "wait-at-start", config.waitAtStart(), Duration.ZERO, Duration.ofMinutes(10));
        range(checks, "retries", config.retries(), 0, MAX_RETRIES);
        range(checks, "breaker-failures", config.breakerFailures(), 1, MAX_FAILURES);
        config.token().ifPresent(token -> checks.require(HEADER.matcher(token.strip()).matches(), "token",
                "is empty, too long, or holds characters that no header can carry"));
    }

    private static void segment(OptionChecks checks, String key, Optional<String> value) {
        value.ifPresent(name -> checks.require(PATH_SEGMENT.matcher(name).matches(), key, "is '" + name
                + "', must be letters, digits, '.', '_' and '-', at most 128"));
    }

    private static void range(OptionChecks checks, String key, Duration value, Duration least, Duration most) {
        checks.require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, key,
                "is " + value + ", must be " + least + " to " + most);
    }

    private static void range(OptionChecks checks, String key, int value, int least, int most) {
        checks.require(value >= least && value <= most, key, "is " + value + ", must be " + least + " to " + most);
    }
}
