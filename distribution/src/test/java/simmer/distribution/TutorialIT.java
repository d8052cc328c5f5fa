package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Tenant;

/** {@code conf/tutorial.yaml}: the tutorial's own arithmetic. */
final class TutorialIT {

    private static final String NEUTRAL = "my order number is 12345";
    private static final String NEGATIVE = "I am furious. Worst service I have ever had";
    private static final String POSITIVE = "perfect, thank you so much";
    /** Answers are rounded to four places, each turn's frustration too. */
    private static final double ROUNDING = 1e-4;

    @Test
    void theHistoryAloneCountsByItsWinningLabelsAndEveryTurnIsSent() throws Exception {
        Image image = Image.built();
        try (Tenant tenant = Tenant
                .start(image.command("--config", image.home().resolve("conf/tutorial.yaml").toString()))) {
            JsonObject first = tenant.simmer().say("t-1", NEGATIVE);
            assertThat(score(first)).isZero();
            assertThat(first.getJsonArray("turns")).isEmpty();
            assertThat(first.getString("delivery")).isEqualTo("delivered");

            JsonObject second = tenant.simmer().say("t-1", List.of(POSITIVE, NEUTRAL, NEGATIVE), POSITIVE);
            List<JsonObject> turns = second.getJsonArray("turns").getValuesAs(JsonObject.class);
            double positive = number(turns.get(0), "frustration");
            double negative = number(turns.get(2), "frustration");
            assertThat(turns).hasSize(3);
            assertThat(positive).isLessThan(0.5);
            assertThat(number(turns.get(1), "frustration")).isEqualTo(0.5);
            assertThat(negative).isGreaterThan(0.5).isEqualTo(number(turns.get(2), "negative"));
            // 0.85² and 0.85 for the two before the last; their sum with 1 is 2.5725.
            assertThat(score(second)).isEqualTo((0.7225 * positive + 0.85 * 0.5 + negative) / 2.5725, within(ROUNDING));

            JsonObject third = tenant.simmer().say("t-1", List.of(POSITIVE, NEUTRAL, NEGATIVE), POSITIVE);
            assertThat(third.getString("delivery")).isEqualTo("delivered");
            assertThat(tenant.cognigy().requests()).hasSize(3);
        }
    }

    private static double score(JsonObject answer) {
        return number(answer, "frustrationScore");
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }
}
