package simmer.router.cognigy.access;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;

import simmer.http.parts.Deadline;
import simmer.http.parts.OneLine;
import simmer.router.cognigy.access.ClientToken.Token;
import simmer.router.cognigy.wire.Advice;
import simmer.router.cognigy.wire.Answer;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.HeaderField;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.Request;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/** Cognigy's {@code POST /auth/oauth2/token}, for client credentials. Stateless, for use by several threads. */
public final class TokenService {

    private static final String PATH = "/auth/oauth2/token";
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    /** How long a token lasts whose answer doesn't say (RFC 6749 leaves that to be agreed on). */
    private static final Duration LIFE_UNSAID = Duration.ofMinutes(5);
    private static final long MAX_LIFE_SECONDS = Duration.ofDays(1).toSeconds();

    private final JsonReaderFactory json = JsonProvider.provider().createReaderFactory(Map.of());
    private final CognigyClient client;
    private final ClientId id;

    /**
     * A client of Cognigy's OAuth2.
     *
     * @param id its public name
     * @param secret its password
     * @param scope what it asks to be allowed; empty for what it is allowed anyway
     */
    public record ClientId(String id, Secret secret, String scope) {
    }

    /** @param client calls Cognigy's root, without a base path */
    public TokenService(CognigyClient client, ClientId id) {
        this.client = client;
        this.id = id;
    }

    /** @throws NoAnswerException if there was no token to be had, or not in time; nothing else was sent then */
    Token fetch(Deadline deadline) {
        Answer answer;
        try {
            answer = client.send(request(), deadline);
        } catch (NoAnswerException e) {
            throw new NoAnswerException(e.failed().notArrived());
        }
        return switch (answer.status() / 100) {
            case 2 -> read(answer);
            case 4 -> throw new NoAnswerException(answer.status() == 429 || answer.status() == 408
                    ? unavailable(answer)
                    : new Failed(Fault.CREDENTIALS, refusal(answer)));
            default -> throw new NoAnswerException(unavailable(answer));
        };
    }

    private Request request() {
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "client_credentials", "client_id", id.id(),
                "client_secret", id.secret().value()));
        if (!id.scope().isEmpty()) {
            form.put("scope", id.scope());
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Request("POST", PATH, List.of(new HeaderField("Content-Type", "application/x-www-form-urlencoded")),
                body, MAX_ANSWER_BYTES);
    }

    private Token read(Answer answer) {
        try (JsonReader reader = json.createReader(new StringReader(answer.body()))) {
            JsonObject object = reader.readObject();
            if (object.get("access_token") instanceof JsonString value && Secret.fitsHeader(value.getString())) {
                return new Token(new Secret(value.getString()), ClientToken.freshUntil(life(object)));
            }
        } catch (RuntimeException e) { // Parsson throws a bare one where the nesting is too deep
            // as below
        }
        throw new NoAnswerException(new Failed(Fault.UNINTELLIGIBLE, client.peer().at() + " answered " + answer.status()
                + " to the request for a token, but no token. " + client.peer().doubt()).notArrived());
    }

    private static Duration life(JsonObject object) {
        return object.get("expires_in") instanceof JsonNumber seconds && seconds.doubleValue() > 0
                ? Duration.ofSeconds(Math.min(MAX_LIFE_SECONDS, Math.max(1, (long) seconds.doubleValue())))
                : LIFE_UNSAID;
    }

    private Failed unavailable(Answer answer) {
        Failed failed = new Failed(answer.status() == 429 ? Fault.RATE_LIMIT : Fault.UNAVAILABLE,
                client.peer().at() + " answered " + answer.status() + " to the request for a token. "
                        + Advice.IF_IT_LASTS)
                .notArrived();
        return answer.retryAfter().isPositive() ? failed.retryAfter(answer.retryAfter()) : failed;
    }

    private String refusal(Answer answer) {
        return "Cognigy gives the OAuth2 client no token (" + answer.status() + reason(answer) + "). Verify the"
                + " COGNIGY_OAUTH_CLIENT_ID and COGNIGY_OAUTH_CLIENT_SECRET environment variables, and the option"
                + " oauth-scope.";
    }

    /** The error's code of RFC 6749, section 5.2; its description may quote what was sent. */
    private String reason(Answer answer) {
        try (JsonReader reader = json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().get("error") instanceof JsonString code
                    ? ", " + OneLine.of(hiddenIn(code.getString()))
                    : "";
        } catch (RuntimeException e) { // as above
            return "";
        }
    }

    String hiddenIn(String text) {
        return id.secret().hiddenIn(text);
    }
}
