package simmer.router.cognigy;

import java.time.Duration;

import simmer.spi.OptionChecks;

/** The ranges that {@link CognigyConfigBlueprint} states. */
final class OptionRanges {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MIN_ANSWER_BYTES = 1024;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private OptionRanges() {
    }

    static void check(CognigyConfig config, OptionChecks checks) {
        checks.require(RequestsPerMinute.isValid(config.requestsPerMinute()), "requests-per-minute",
                "is '" + config.requestsPerMinute() + "', must be " + RequestsPerMinute.RANGE);
        requireTime(checks, "connect-timeout", config.connectTimeout());
        requireTime(checks, "read-timeout", config.readTimeout());
        checks.require(config.maxAnswerBytes() >= MIN_ANSWER_BYTES && config.maxAnswerBytes() <= MAX_ANSWER_BYTES,
                "max-answer-bytes",
                "is " + config.maxAnswerBytes() + ", must be " + MIN_ANSWER_BYTES + " to " + MAX_ANSWER_BYTES);
    }

    private static void requireTime(OptionChecks checks, String key, Duration value) {
        checks.require(value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0, key,
                "is " + value + ", must be " + SHORTEST + " to " + LONGEST);
    }
}
