package simmer.router.cognigy;

import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;

import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/** What an answer means, and what its reader must do about it. For use by several threads. */
final class Verdict {

    private static final String CHECK_ADDRESS = "Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?";

    private final JsonParserFactory json = JsonProvider.provider().createParserFactory(Map.of());
    private final CognigyAddress address;
    private final ApiKey key;
    private final int maxAnswerBytes;

    Verdict(CognigyAddress address, ApiKey key, int maxAnswerBytes) {
        this.address = address;
        this.key = key;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    RoutingResult of(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new Failed(Fault.CREDENTIALS, "Invalid or expired Cognigy API key. Verify the COGNIGY_API_KEY"
                    + " environment variable; a new key is made in Cognigy under API Keys.");
            case 403 -> new Failed(Fault.PERMISSION, "API key lacks Session:Write or Flow:Trigger permissions. Enable"
                    + " both for this key in Cognigy under API Keys.");
            case 408 -> unavailable(answer);
            case 429 -> waiting(new Failed(Fault.RATE_LIMIT, rateLimited(answer.retryAfter())), answer);
            default -> switch (status / 100) {
                case 2 -> success(answer);
                case 3 -> new Failed(Fault.REJECTED, "Cognigy API error " + status + ": " + address.hostAndPort()
                        + " redirects elsewhere, which is never followed. " + CHECK_ADDRESS);
                case 4 -> new Failed(Fault.REJECTED, otherStatus(answer));
                default -> unavailable(answer);
            };
        };
    }

    private Failed unavailable(Answer answer) {
        return waiting(new Failed(Fault.UNAVAILABLE, otherStatus(answer)), answer);
    }

    private static Failed waiting(Failed failed, Answer answer) {
        return answer.retryAfter().isPositive() ? failed.retryAfter(answer.retryAfter()) : failed;
    }

    private RoutingResult success(Answer answer) {
        String text = answer.body().strip();
        return switch (answer.ending()) {
            case BROKEN -> new Failed(Fault.NETWORK, "Network error contacting Cognigy API at "
                    + address.hostAndPort() + ": the answer broke off.");
            case TOO_LONG -> new Failed(Fault.UNINTELLIGIBLE, "Cognigy API at " + address.hostAndPort()
                    + " answered more than " + maxAnswerBytes + " bytes. " + CHECK_ADDRESS);
            case WHOLE -> text.isEmpty() || parse(text).isPresent()
                    ? new Delivered(key.hiddenIn(text))
                    : new Failed(Fault.UNINTELLIGIBLE, "Cognigy API at " + address.hostAndPort() + " answered "
                            + answer.status() + ", but not JSON. " + CHECK_ADDRESS);
        };
    }

    private static String rateLimited(Duration wait) {
        String asked = wait.isZero() ? "" : " Cognigy asks to wait " + Math.ceilDiv(wait.toMillis(), 1000L) + " s.";
        return "Rate limit exceeded." + asked
                + " Check the tenant's throttling policies and lower the option requests-per-minute.";
    }

    private String otherStatus(Answer answer) {
        String excerpt = parse(answer.body()).flatMap(Verdict::explanation)
                .map(text -> OneLine.of(key.hiddenIn(text)))
                .orElse("it gave no reason");
        return "Cognigy API error " + answer.status() + ": " + excerpt;
    }

    /** Cognigy's own words, if this is an error as RFC 7807 has it; anything else may be a page of a proxy's. */
    private static Optional<String> explanation(JsonValue problem) {
        if (!(problem instanceof JsonObject object)) {
            return Optional.empty();
        }
        return Stream.of("detail", "title")
                .map(object::get)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** @return empty if the text is not one JSON value and nothing else */
    private Optional<JsonValue> parse(String text) {
        try (JsonParser parser = json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException e) { // Parsson throws a bare one where the nesting is too deep
            return Optional.empty();
        }
    }
}
