package simmer.scoring.blend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlendConfigTest {

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        BlendConfig config = BlendConfig.create();
        assertThat(config.heat()).isEqualTo(0.6);
        assertThat(config.factor()).isEqualTo(0.7);
        assertThat(config.retain()).isEqualTo(0.7);
        assertThat(config.cooling()).isEqualTo(1);
        assertThat(config.neutral()).isEqualTo(0.5);
        assertThat(config.fullLength()).isEqualTo(40);
        assertThat(config.calibration()).isEmpty();
    }
}
