package simmer.scoring.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigMappingException;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

final class DecayConfigTest {

    @Test
    void withoutOptionsItIsTheTutorialsFactorOnTheProbabilityOfNegative() {
        DecayConfig config = DecayConfig.create(Config.empty());
        assertThat(config.factor()).isEqualTo(0.85);
        assertThat(config.reading()).isEqualTo(Reading.NEGATIVE);
    }

    @Test
    void eachOptionIsReadFromYaml() {
        DecayConfig config = DecayConfig.create(yaml("""
                factor: 0.7
                reading: winning-label
                """));
        assertThat(config.factor()).isEqualTo(0.7);
        assertThat(config.reading()).isEqualTo(Reading.WINNING_LABEL);
        assertThat(DecayConfig.create(yaml("reading: negative")).reading()).isEqualTo(Reading.NEGATIVE);
    }

    @Test
    void anUnknownReadingIsRefused() {
        assertThatThrownBy(() -> DecayConfig.create(yaml("reading: loudest")))
                .isInstanceOf(ConfigMappingException.class).hasMessageContaining("loudest");
    }

    private static Config yaml(String text) {
        return Config.just(ConfigSources.create(text, MediaTypes.APPLICATION_YAML));
    }
}
