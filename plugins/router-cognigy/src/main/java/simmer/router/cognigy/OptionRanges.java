package simmer.router.cognigy;

import java.time.Duration;

import simmer.router.cognigy.access.Authentication;
import simmer.spi.OptionChecks;

/** The ranges that {@link CognigyConfigBlueprint} states. */
final class OptionRanges {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MIN_BYTES = 1024;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_CONVERSATION_BYTES = 16 * 1024 * 1024;

    private OptionRanges() {
    }

    static void check(CognigyConfig config, OptionChecks checks) {
        config.requestsPerMinute().ifPresent(requests -> checks.require(RequestsPerMinute.isValid(requests),
                "requests-per-minute", "is '" + requests + "', must be " + RequestsPerMinute.RANGE));
        requireTime(checks, "connect-timeout", config.connectTimeout());
        requireTime(checks, "read-timeout", config.readTimeout());
        requireBytes(checks, "max-answer-bytes", config.maxAnswerBytes(), MAX_ANSWER_BYTES);
        requireBytes(checks, "max-conversation-bytes", config.maxConversationBytes(), MAX_CONVERSATION_BYTES);
        boolean needsMore = config.authentication().filter(it -> it == Authentication.NONE).isPresent()
                && !Access.usesEndpointService(config) && config.dialect() != DialectName.REPLY;
        checks.require(!needsMore, "authentication", "is none, which only endpoint-inject and notify may do, in their"
                + " current form");
    }

    private static void requireBytes(OptionChecks checks, String key, int value, int most) {
        checks.require(value >= MIN_BYTES && value <= most, key,
                "is " + value + ", must be " + MIN_BYTES + " to " + most);
    }

    private static void requireTime(OptionChecks checks, String key, Duration value) {
        checks.require(value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0, key,
                "is " + value + ", must be " + SHORTEST + " to " + LONGEST);
    }
}
