package simmer.router.cognigy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import io.helidon.http.Header;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Decision;
import simmer.spi.Dispatch;

/**
 * The tutorial's call: sets the session's data and moves it to the level's flow and node. It may be made again: it sets the
 * same values and the same place.
 */
final class SessionUpdate implements Dialect {

    private static final int SCORE_PLACES = 4;

    private final JsonProvider json = JsonProvider.provider();
    private final Header credentials;

    SessionUpdate(ApiKey key) {
        credentials = key.bearer();
    }

    @Override
    public Optional<CognigyCall> call(Dispatch dispatch) {
        return PathSegment.escape(dispatch.session().id())
                .map(id -> new CognigyCall("/sessions/" + id + "/update", credentials, dispatch.id(),
                        body(dispatch.decision())));
    }

    private JsonObject body(Decision decision) {
        return json.createObjectBuilder()
                .add("sessionData", json.createObjectBuilder()
                        .add("escalationLevel", decision.level().name())
                        .add("frustrationScore", score(decision))
                        .add("escalationTriggered", true))
                .add("flow", decision.level().flow())
                .add("node", decision.level().node())
                .build();
    }

    /** A rule can decide where no score could be made: then none is told, for 0 would be a made-up calm. */
    private JsonValue score(Decision decision) {
        return decision.scored() ? json.createValue(rounded(decision.score().value())) : JsonValue.NULL;
    }

    private static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(SCORE_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
