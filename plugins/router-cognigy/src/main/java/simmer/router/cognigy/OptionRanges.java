package simmer.router.cognigy;

import java.time.Duration;
import java.util.regex.Pattern;

import simmer.spi.OptionChecks;

/** The ranges that {@link CognigyConfigBlueprint} states. */
final class OptionRanges {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MAX_RETRIES = 10;
    private static final int MIN_ANSWER_BYTES = 1024;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_REQUESTS = 60_000;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private OptionRanges() {
    }

    static void check(CognigyConfig config, OptionChecks checks) {
        checks.require(isBudget(config.requestsPerMinute()), "requests-per-minute",
                "is '" + config.requestsPerMinute() + "', must be 1 to " + MAX_REQUESTS + " or unlimited");
        requireTime(checks, "connect-timeout", config.connectTimeout(), SHORTEST);
        requireTime(checks, "read-timeout", config.readTimeout(), SHORTEST);
        requireTime(checks, "backoff", config.backoff(), SHORTEST);
        requireTime(checks, "max-backoff", config.maxBackoff(), config.backoff());
        checks.require(config.retries() >= 0 && config.retries() <= MAX_RETRIES, "retries",
                "is " + config.retries() + ", must be 0 to " + MAX_RETRIES);
        checks.require(config.jitter() >= 0 && config.jitter() <= 1, "jitter",
                "is " + config.jitter() + ", must be 0 to 1");
        checks.require(config.maxAnswerBytes() >= MIN_ANSWER_BYTES && config.maxAnswerBytes() <= MAX_ANSWER_BYTES,
                "max-answer-bytes",
                "is " + config.maxAnswerBytes() + ", must be " + MIN_ANSWER_BYTES + " to " + MAX_ANSWER_BYTES);
    }

    private static boolean isBudget(String text) {
        if (text.equals(RequestBudget.UNLIMITED)) {
            return true;
        }
        return WHOLE_NUMBER.matcher(text).matches() && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_REQUESTS;
    }

    private static void requireTime(OptionChecks checks, String key, Duration value, Duration atLeast) {
        checks.require(value.compareTo(atLeast) >= 0 && value.compareTo(LONGEST) <= 0, key,
                "is " + value + ", must be " + atLeast + " to " + LONGEST);
    }
}
