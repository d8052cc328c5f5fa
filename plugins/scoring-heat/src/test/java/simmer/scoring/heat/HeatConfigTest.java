package simmer.scoring.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeatConfigTest {

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        HeatConfig config = HeatConfig.create();
        assertThat(config.retain()).isEqualTo(0.9);
        assertThat(config.cooling()).isZero();
        assertThat(config.neutral()).isZero();
        assertThat(config.fullLength()).isEqualTo(40);
        assertThat(config.calibration()).isEmpty();
    }
}
