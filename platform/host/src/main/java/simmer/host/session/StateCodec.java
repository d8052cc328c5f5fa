package simmer.host.session;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;

import simmer.host.decision.PolicyState;
import simmer.spi.Sign;

/**
 * A session's state as compact JSON, at most 64 Ki characters: over it the oldest turns are left out. Times are milliseconds
 * since 1970, probabilities millionths. A state of another version, or one that can't be read, is told in the log and
 * counts as none: better a session begun anew than one misread.
 */
final class StateCodec {

    private static final System.Logger LOG = System.getLogger(StateCodec.class.getName());
    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 65_536;

    private static final int USUAL_LENGTH = 2_048;

    private final JsonProvider json = JsonProvider.provider();
    private final JsonGeneratorFactory generators = json.createGeneratorFactory(Map.of());
    private final String fingerprint;

    /** @param fingerprint of the key that turns and answers are told by; those told by another are left out */
    StateCodec(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    String write(SessionState state) {
        String text = json(state);
        int turns = state.timeline().turns().size();
        while (text.length() > MAX_LENGTH && turns > 0) {
            turns /= 2;
            text = json(new SessionState(state.policy(), state.route(), state.timeline().newest(turns), state.answers(),
                    state.language()));
        }
        return text;
    }

    private String json(SessionState state) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = generators.createGenerator(text)) {
            out.writeStartObject().write("v", VERSION).write("key", fingerprint);
            policy(out, state.policy());
            route(out, state.route());
            out.write("closed", state.timeline().closed()).write("total", state.timeline().total());
            out.writeStartArray("turns");
            state.timeline().turns().forEach(turn -> turn(out, turn));
            out.writeEnd().writeStartArray("answers");
            state.answers().forEach(answer -> answer(out, answer));
            out.writeEnd().write("language", state.language()).writeEnd();
        }
        return text.toString();
    }

    private static void policy(JsonGenerator out, PolicyState policy) {
        out.writeStartObject("policy").write("level", policy.level()).write("since", policy.since().toEpochMilli())
                .write("handedOver", policy.handedOver()).write("lastTurn", policy.lastTurn().toEpochMilli());
        policy.left().ifPresent(left -> out.write("left", left.level()).write("leftAt", left.at().toEpochMilli()));
        out.writeEnd();
    }

    private static void route(JsonGenerator out, Route route) {
        out.writeStartObject("route").write("holds", route.holds());
        route.delivered().ifPresent(id -> out.write("delivered", id));
        route.givenUp().ifPresent(id -> out.write("givenUp", id));
        route.pending().ifPresent(pending -> out.write("pending", pending.messageId()).write("to", pending.level()));
        out.writeEnd();
    }

    private static void turn(JsonGenerator out, RememberedTurn turn) {
        String signs = turn.signs().stream().map(StateCodec::letter).sorted().collect(Collectors.joining());
        out.writeStartArray().write(turn.key()).write(RememberedTurn.millionths(turn.sentiment().negative()))
                .write(RememberedTurn.millionths(turn.sentiment().positive())).write(turn.sentiment().tokens()).write(signs)
                .writeEnd();
    }

    private static void answer(JsonGenerator out, Answer answer) {
        out.writeStartObject().write("turn", answer.turn()).write("at", answer.at().toEpochMilli())
                .write("turns", answer.turnsThen()).write("level", answer.level()).write("reason", answer.reason())
                .write("code", answer.reasonCode());
        answer.score().ifPresent(score -> out.write("score", score));
        answer.messageId().ifPresent(id -> out.write("message", id));
        out.writeEnd();
    }

    /** @return nothing if it is of another version or can't be read */
    Optional<SessionState> read(String text) {
        try (JsonReader reader = json.createReader(new StringReader(text))) {
            JsonObject state = reader.readObject();
            if (state.getInt("v") != VERSION) {
                LOG.log(System.Logger.Level.WARNING, "a session begins anew: its state is of version {0}, known is {1}",
                        state.getInt("v"), VERSION);
                return Optional.empty();
            }
            return Optional.of(state(state));
        } catch (JsonException | IllegalArgumentException | IllegalStateException | ClassCastException | ArithmeticException
                | IndexOutOfBoundsException | NullPointerException e) {
            // The library's ways to say that a key is missing or of another type.
            LOG.log(System.Logger.Level.WARNING, "a session begins anew: its state can''t be read ({0})",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private SessionState state(JsonObject state) {
        boolean comparable = state.getString("key").equals(fingerprint);
        Timeline timeline = comparable
                ? new Timeline(state.getJsonArray("turns").getValuesAs(JsonArray.class).stream().map(StateCodec::turn)
                        .toList(), state.getInt("closed"), state.getJsonNumber("total").longValueExact())
                : Timeline.EMPTY;
        List<Answer> answers = comparable
                ? state.getJsonArray("answers").getValuesAs(JsonObject.class).stream().map(StateCodec::answer).toList()
                : List.of();
        return new SessionState(policy(state.getJsonObject("policy")), route(state.getJsonObject("route")), timeline,
                answers,
                state.getString("language"));
    }

    private static PolicyState policy(JsonObject policy) {
        Optional<PolicyState.Left> left = policy.containsKey("left")
                ? Optional.of(new PolicyState.Left(policy.getString("left"), time(policy, "leftAt")))
                : Optional.empty();
        return new PolicyState(policy.getString("level"), time(policy, "since"), policy.getBoolean("handedOver"), left,
                time(policy, "lastTurn"));
    }

    private static Route route(JsonObject route) {
        Optional<Route.Pending> pending = route.containsKey("pending")
                ? Optional.of(new Route.Pending(route.getString("pending"), route.getString("to")))
                : Optional.empty();
        return new Route(route.getString("holds"), text(route, "delivered"), pending, text(route, "givenUp"));
    }

    private static RememberedTurn turn(JsonArray turn) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        for (Sign sign : Sign.values()) {
            if (turn.getString(4).contains(letter(sign))) {
                signs.add(sign);
            }
        }
        return new RememberedTurn(turn.getString(0), RememberedTurn.of(turn.getInt(1), turn.getInt(2), turn.getInt(3)),
                signs);
    }

    private static String letter(Sign sign) {
        return switch (sign) {
            case REPEAT -> "r";
            case NON_ANSWER -> "n";
        };
    }

    private static Answer answer(JsonObject answer) {
        Optional<Double> score = answer.containsKey("score")
                ? Optional.of(answer.getJsonNumber("score").doubleValue())
                : Optional.empty();
        return new Answer(answer.getString("turn"), time(answer, "at"), answer.getJsonNumber("turns").longValueExact(),
                answer.getString("level"), score, answer.getString("reason"), answer.getString("code"),
                text(answer, "message"));
    }

    private static Instant time(JsonObject object, String key) {
        return Instant.ofEpochMilli(object.getJsonNumber(key).longValueExact());
    }

    private static Optional<String> text(JsonObject object, String key) {
        return object.containsKey(key) ? Optional.of(object.getString(key)) : Optional.empty();
    }
}
