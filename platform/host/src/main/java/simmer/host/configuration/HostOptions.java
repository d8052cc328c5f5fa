package simmer.host.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.helidon.config.Config;

/**
 * Checks the ranges of the host's own options, after their types were checked: a value of a wrong type counts as absent
 * here, for it was reported already.
 */
final class HostOptions {

    private static final int MIN_KEY_LENGTH = 16;
    private static final String MAX_MARGIN = "0.5";
    private static final int MAX_CACHE_BYTES = 1_073_741_824;
    /** Of the heap, what a memory of readings may take: a fallback has one too, and as much again is for all else. */
    private static final int CACHE_SHARE = 4;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^/?#]+.*");
    private static final Pattern POSTGRES_URL = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+(\\?.*)?");
    private static final Pattern URL_WITH_CREDENTIALS = Pattern.compile("//[^/]*@|[?&](user|password)=");

    private final Config simmer;
    private final long heapBytes;
    private final OptionFindings findings;

    private HostOptions(Config simmer, long heapBytes, OptionFindings findings) {
        this.simmer = simmer;
        this.heapBytes = heapBytes;
        this.findings = findings;
    }

    /**
     * Checks all ranges.
     *
     * @param simmer the node {@code simmer}, with the environment's overrides
     * @param reported the places of which something was said already
     * @param heapBytes the size to which the heap may grow
     */
    static List<ConfigurationProblem> check(Config simmer, Set<String> reported, long heapBytes) {
        OptionFindings findings = new OptionFindings(reported);
        HostOptions options = new HostOptions(simmer, heapBytes, findings);
        options.range("answer-within", Duration.ofMillis(100), Duration.ofSeconds(30));
        options.webhook();
        options.reading();
        options.delivery();
        options.policy();
        options.session();
        options.store();
        options.tracing();
        options.rules();
        new CredentialOptions(simmer, findings).check();
        if (!findings.isReported(simmer.get("levels"))) {
            new LevelOptions(simmer.get("levels"), findings).check();
        }
        options.plugins();
        return findings.problems();
    }

    /** What is allowed must be digests: a misspelt one would look like a plugin that was changed. */
    private void plugins() {
        Config allowed = simmer.get("plugins-allowed");
        allowed.asList(String.class).orElse(List.of()).stream().filter(digest -> !DIGEST.matcher(digest).matches())
                .forEach(digest -> findings.problem(allowed, "holds '" + digest
                        + "', must be SHA-256 digests of 64 hexadecimal digits, as 'simmer plugins' shows them"));
    }

    private void webhook() {
        range("webhook.max-body-bytes", 1_024, 1_048_576);
        range("webhook.max-depth", 4, 512);
        range("webhook.max-turns", 1, 1_000);
    }

    private void reading() {
        range("reading.within", Duration.ofMillis(10), Duration.ofSeconds(30));
        range("reading.max-queued-tokens", 512, 10_000_000);
        range("reading.cache-bytes", 65_536, MAX_CACHE_BYTES);
        Config cache = simmer.get("reading.cache-bytes");
        findings.number(cache).filter(bytes -> bytes <= MAX_CACHE_BYTES && bytes > heapBytes / (double) CACHE_SHARE)
                .ifPresent(bytes -> findings.problem(cache,
                        "is " + bytes.intValue() + ", more than a quarter of the heap, which"
                                + " grows to " + heapBytes + " bytes: lower it, or let the heap grow (conf/jvm.options)"));
        range("reading.warm-within", Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    private void delivery() {
        range("delivery.retries", 0, 10);
        range("delivery.retry-wait", Duration.ofMillis(1), Duration.ofMinutes(1));
        range("delivery.backoff", Duration.ofMillis(100), Duration.ofHours(1));
        range("delivery.max-backoff", backoff(), Duration.ofDays(1));
        findings.upTo(simmer.get("delivery.jitter"), "1");
        range("delivery.max-attempts", 1, 1_000);
        range("delivery.give-up-after", Duration.ofMinutes(1), Duration.ofDays(30));
        range("delivery.keep-given-up", Duration.ofHours(1), Duration.ofDays(365));
        range("delivery.call-within", Duration.ofMillis(100), Duration.ofMinutes(1));
        range("delivery.parallel", 1, 256);
        range("delivery.probe-every", Duration.ofSeconds(1), Duration.ofDays(1));
        range("delivery.breaker-failures", 1, 1_000);
        range("delivery.breaker-wait", Duration.ofMillis(10), Duration.ofMinutes(1));
        range("delivery.drain-within", Duration.ZERO, Duration.ofMinutes(1));
    }

    private void policy() {
        for (String margin : List.of("hysteresis", "opening-margin", "sign-margin")) {
            findings.upTo(simmer.get("policy." + margin), MAX_MARGIN);
        }
        range("policy.least-turns", 1, 20);
        range("policy.minimum-stay", Duration.ZERO, Duration.ofDays(1));
        range("policy.cooldown", Duration.ZERO, Duration.ofDays(1));
        range("policy.time-out", Duration.ofMinutes(1), Duration.ofDays(7));
        Config from = simmer.get("policy.handover-from");
        List<String> names = LevelOptions.names(simmer.get("levels"));
        if (from.isLeaf() && !names.contains(from.asString().orElse(""))) {
            findings.problem(from,
                    "is '" + from.asString().orElse("") + "', must be a level's name: " + String.join(", ", names));
        }
    }

    private void session() {
        Config history = simmer.get("webhook.history");
        if (!findings.isReported(history) && history.asString().orElse("").equalsIgnoreCase("fetch")
                && simmer.get("session.remember").asString().orElse("true").equalsIgnoreCase("false")) {
            findings.problem(history, "is 'fetch', which is once a session: set simmer.session.remember to true");
        }
        range("session.max-turns", 1, 1_000);
        range("session.max-answers", 1, 32);
        range("session.same-turn-within", Duration.ZERO, Duration.ofMinutes(10));
        range("session.remember-for", Duration.ofMinutes(1), Duration.ofDays(7));
        Config key = simmer.get("session.hash-key");
        key.asString().asOptional().filter(value -> !findings.isReported(key) && value.strip().length() < MIN_KEY_LENGTH)
                .ifPresent(value -> findings.problem(key,
                        "has " + value.strip().length() + " characters, must be " + MIN_KEY_LENGTH
                                + " or more"));
    }

    private void range(String key, int min, int max) {
        findings.range(simmer.get(key), min, max);
    }

    private void range(String key, Duration min, Duration max) {
        findings.range(simmer.get(key), min, max);
    }

    /** The shortest that the longest wait may be. */
    private Duration backoff() {
        Config node = simmer.get("delivery.backoff");
        return findings.isReported(node) ? Duration.ZERO : node.as(Duration.class).orElse(DeliveryConfig.create().backoff());
    }

    private void store() {
        range("store.embedded.timeout", Duration.ofMillis(100), Duration.ofSeconds(30));
        range("store.postgres.pool-size", 1, 200);
        range("store.postgres.timeout", Duration.ofMillis(100), Duration.ofSeconds(30));
        range("store.postgres.wait-at-start", Duration.ZERO, Duration.ofMinutes(10));
        Config postgres = simmer.get("store.postgres");
        if (!postgres.exists() || findings.isReported(postgres)) {
            return;
        }
        if (simmer.get("store.embedded").exists()) {
            findings.problem(simmer.get("store"), "names two stores: keep 'embedded' or 'postgres'");
        }
        findings.requireText(postgres.get("user"));
        String url = postgres.get("url").asString().orElse("");
        if (!POSTGRES_URL.matcher(url).matches()) {
            findings.problem(postgres.get("url"), "must be jdbc:postgresql://HOST:PORT/DATABASE");
        } else if (URL_WITH_CREDENTIALS.matcher(url).find()) {
            findings.problem(postgres.get("url"), "holds a user or a password: they belong in " + OptionCheck.place(postgres)
                    + ".user and .password");
        }
    }

    private void tracing() {
        findings.upTo(simmer.get("tracing.sampled"), "1");
        Config tracing = simmer.get("tracing");
        if (!tracing.exists() || findings.isReported(tracing)) {
            return;
        }
        Config endpoint = tracing.get("endpoint");
        findings.requireText(endpoint);
        if (!WEB_ADDRESS.matcher(endpoint.asString().orElse("http://missing")).matches()) {
            findings.problem(endpoint,
                    "must be http://HOST:PORT/PATH or https://HOST/PATH, such as http://localhost:4318/v1/traces");
        }
    }

    /** What a rule can't be read without; the rest is checked where rules are put together. */
    private void rules() {
        for (Config rule : OptionFindings.entries(simmer.get("rules.own"))) {
            findings.requireText(rule.get("name"));
            OptionFindings.entries(rule.get("phrases")).forEach(phrases -> findings.requireText(phrases.get("language")));
        }
    }
}
