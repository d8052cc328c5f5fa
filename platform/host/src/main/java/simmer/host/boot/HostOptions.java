package simmer.host.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.helidon.config.Config;

/**
 * Checks the ranges of the host's own options, after their types were checked: a value of a wrong type counts as absent
 * here, for it was reported already.
 */
final class HostOptions {

    private static final int MIN_KEY_LENGTH = 16;
    private static final double MAX_MARGIN = 0.5;
    private static final Pattern POSTGRES_URL = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+(\\?.*)?");
    private static final Pattern URL_WITH_CREDENTIALS = Pattern.compile("//[^/]*@|[?&](user|password)=");

    private final Config simmer;
    private final Set<String> reported;
    private final List<BootProblem> problems = new ArrayList<>();

    private HostOptions(Config simmer, Set<String> reported) {
        this.simmer = simmer;
        this.reported = reported;
    }

    /**
     * Checks all ranges.
     *
     * @param simmer the node {@code simmer}, with the environment's overrides
     * @param reported the places of which something was said already
     */
    static List<BootProblem> check(Config simmer, Set<String> reported) {
        HostOptions options = new HostOptions(simmer, reported);
        options.range("answer-within", Duration.ofMillis(100), Duration.ofSeconds(30));
        options.range("webhook.max-body-bytes", 1_024, 1_048_576);
        options.range("webhook.max-depth", 4, 512);
        options.range("webhook.max-turns", 1, 1_000);
        options.range("reading.within", Duration.ofMillis(10), Duration.ofSeconds(30));
        options.range("reading.max-queued-tokens", 512, 10_000_000);
        options.range("reading.cache-bytes", 65_536, 1_073_741_824);
        options.range("reading.warm-within", Duration.ofSeconds(1), Duration.ofMinutes(10));
        options.range("delivery.retries", 0, 10);
        options.range("delivery.retry-wait", Duration.ofMillis(1), Duration.ofMinutes(1));
        options.range("delivery.backoff", Duration.ofMillis(100), Duration.ofHours(1));
        options.range("delivery.max-backoff", options.backoff(), Duration.ofDays(1));
        options.share("delivery.jitter");
        options.range("delivery.max-attempts", 1, 1_000);
        options.range("delivery.give-up-after", Duration.ofMinutes(1), Duration.ofDays(30));
        options.range("delivery.keep-given-up", Duration.ofHours(1), Duration.ofDays(365));
        options.range("delivery.call-within", Duration.ofMillis(100), Duration.ofMinutes(1));
        options.range("delivery.parallel", 1, 256);
        options.range("delivery.probe-every", Duration.ofSeconds(1), Duration.ofDays(1));
        options.range("delivery.breaker-failures", 1, 1_000);
        options.range("delivery.breaker-wait", Duration.ofMillis(10), Duration.ofMinutes(1));
        options.range("delivery.drain-within", Duration.ZERO, Duration.ofMinutes(1));
        options.policy();
        options.session();
        options.range("store.embedded.timeout", Duration.ofMillis(100), Duration.ofSeconds(30));
        options.range("store.postgres.pool-size", 1, 200);
        options.range("store.postgres.timeout", Duration.ofMillis(100), Duration.ofSeconds(30));
        options.range("store.postgres.wait-at-start", Duration.ZERO, Duration.ofMinutes(10));
        options.store();
        options.problems.addAll(Credentials.check(simmer, reported));
        options.problems.addAll(PluginFolders.check(simmer));
        options.share("tracing.sampled");
        if (!options.isReported(simmer.get("levels"))) {
            new LevelOptions(simmer.get("levels"), reported, options.problems).check();
        }
        return options.problems;
    }

    private void policy() {
        for (String margin : List.of("hysteresis", "opening-margin", "sign-margin")) {
            number(simmer.get("policy." + margin)).filter(value -> !(value >= 0 && value <= MAX_MARGIN))
                    .ifPresent(value -> problem(simmer.get("policy." + margin), "is " + value + ", must be 0 to " + MAX_MARGIN));
        }
        range("policy.least-turns", 1, 20);
        range("policy.minimum-stay", Duration.ZERO, Duration.ofDays(1));
        range("policy.cooldown", Duration.ZERO, Duration.ofDays(1));
        range("policy.time-out", Duration.ofMinutes(1), Duration.ofDays(7));
        Config from = simmer.get("policy.handover-from");
        List<String> names = simmer.get("levels").asNodeList().orElse(List.of()).stream()
                .map(level -> level.get("name").asString().orElse("")).toList();
        if (from.isLeaf() && !isReported(from) && !names.contains(from.asString().orElse(""))) {
            problem(from, "is '" + from.asString().orElse("") + "', must be a level's name: " + String.join(", ", names));
        }
    }

    private void session() {
        Config history = simmer.get("webhook.history");
        if (!isReported(history) && history.asString().orElse("").equalsIgnoreCase("fetch")
                && simmer.get("session.remember").asString().orElse("true").equalsIgnoreCase("false")) {
            problem(history, "is 'fetch', which is once a session: set simmer.session.remember to true");
        }
        range("session.max-turns", 1, 1_000);
        range("session.max-answers", 1, 32);
        range("session.same-turn-within", Duration.ZERO, Duration.ofMinutes(10));
        range("session.remember-for", Duration.ofMinutes(1), Duration.ofDays(7));
        Config key = simmer.get("session.hash-key");
        key.asString().asOptional().filter(value -> !isReported(key) && value.strip().length() < MIN_KEY_LENGTH)
                .ifPresent(value -> problem(key, "has " + value.strip().length() + " characters, must be " + MIN_KEY_LENGTH
                        + " or more"));
    }

    private void range(String key, int min, int max) {
        number(simmer.get(key)).filter(value -> value < min || value > max).ifPresent(
                value -> problem(simmer.get(key), "is " + value.intValue() + ", must be " + min + " to " + max));
    }

    private void range(String key, Duration min, Duration max) {
        if (!isReported(simmer.get(key))) {
            simmer.get(key).as(Duration.class).asOptional()
                    .filter(value -> value.compareTo(min) < 0 || value.compareTo(max) > 0)
                    .ifPresent(value -> problem(simmer.get(key), "is " + value + ", must be " + min + " to " + max));
        }
    }

    /** The shortest that the longest wait may be. */
    private Duration backoff() {
        Config node = simmer.get("delivery.backoff");
        return isReported(node) ? Duration.ZERO : node.as(Duration.class).orElse(DeliveryConfig.create().backoff());
    }

    private void share(String key) {
        number(simmer.get(key)).filter(value -> !(value >= 0 && value <= 1))
                .ifPresent(value -> problem(simmer.get(key), "is " + value + ", must be 0 to 1"));
    }

    private void store() {
        Config postgres = simmer.get("store.postgres");
        if (!postgres.exists() || isReported(postgres)) {
            return;
        }
        if (simmer.get("store.embedded").exists()) {
            problem(simmer.get("store"), "names two stores: keep 'embedded' or 'postgres'");
        }
        requireText(postgres.get("user"));
        String url = postgres.get("url").asString().orElse("");
        if (!POSTGRES_URL.matcher(url).matches()) {
            problem(postgres.get("url"), "must be jdbc:postgresql://HOST:PORT/DATABASE");
        } else if (URL_WITH_CREDENTIALS.matcher(url).find()) {
            problem(postgres.get("url"), "holds a user or a password: they belong in " + OptionCheck.place(postgres)
                    + ".user and .password");
        }
    }

    private boolean isReported(Config node) {
        return reported.contains(OptionCheck.place(node));
    }

    private void requireText(Config node) {
        if (node.asString().orElse("").isBlank()) {
            problem(node, "is missing or empty");
        }
    }

    private Optional<Double> number(Config node) {
        return isReported(node) ? Optional.empty() : node.asString().asOptional().map(Double::parseDouble);
    }

    private void problem(Config node, String sentence) {
        problems.add(new BootProblem(OptionCheck.place(node), sentence));
    }
}
