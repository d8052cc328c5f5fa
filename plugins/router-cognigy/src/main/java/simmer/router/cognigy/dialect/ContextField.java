package simmer.router.cognigy.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Decision;
import simmer.spi.Dispatch;

/** Something that a flow may want to know of a decision. In YAML and in texts with dashes, {@code reason-code}. */
public enum ContextField {
    /** The decision's own id, the same at every attempt: a flow that has seen it needs not act again. */
    ID("id"),
    /** The level's name. */
    LEVEL("level"),
    /** 0 to 1, four places; null if a rule decided where no score could be made, for 0 would be a made-up calm. */
    SCORE("score"),
    /** Why, as a sentence. */
    REASON("reason"),
    /** Why, as a code to branch on. */
    REASON_CODE("reasonCode"),
    /** The level's flow. */
    FLOW("flow"),
    /** The level's node. */
    NODE("node"),
    /** When it was decided, in UTC. */
    DECIDED_AT("decidedAt"),
    /** What the human who takes over should know; null on the lowest level. */
    HANDOVER("handover");

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int SCORE_PLACES = 4;

    private final String jsonName;

    ContextField(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Its name in what is sent. */
    String jsonName() {
        return jsonName;
    }

    JsonValue json(Dispatch dispatch) {
        Decision decision = dispatch.decision();
        return switch (this) {
            case ID -> JSON.createValue(dispatch.id());
            case LEVEL -> JSON.createValue(decision.level().name());
            case SCORE -> decision.scored() ? JSON.createValue(rounded(decision.score().value())) : JsonValue.NULL;
            case REASON -> JSON.createValue(decision.reason());
            case REASON_CODE -> JSON.createValue(decision.reasonCode());
            case FLOW -> JSON.createValue(decision.level().flow());
            case NODE -> JSON.createValue(decision.level().node());
            case DECIDED_AT -> orNull(dispatch.decidedAt().map(at -> JSON.createValue(at.toString())));
            case HANDOVER -> orNull(dispatch.handover().map(HandoverJson::of));
        };
    }

    /** The same for people to read; empty if there is none. */
    String words(Dispatch dispatch) {
        JsonValue json = json(dispatch);
        return json instanceof JsonString string ? string.getString() : json.equals(JsonValue.NULL) ? "" : json.toString();
    }

    /** The names of those that fit in a text. */
    static List<String> names() {
        return Arrays.stream(values()).filter(field -> field != HANDOVER).map(ContextField::dashed).toList();
    }

    /** @param dashed one of {@link #names()} */
    static Optional<ContextField> named(String dashed) {
        return Arrays.stream(values()).filter(field -> field != HANDOVER && field.dashed().equals(dashed)).findFirst();
    }

    private String dashed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonValue orNull(Optional<? extends JsonValue> value) {
        return value.isPresent() ? value.get() : JsonValue.NULL;
    }

    static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(SCORE_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
