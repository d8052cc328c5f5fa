package simmer.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import simmer.spi.SpiVersion;

final class SpiRangeTest {

    @Test
    void bracketsSayWhichBoundsBelong() {
        SpiRange range = SpiRange.parse("[1.2,2)");
        assertThat(range.holds(new SpiVersion(1, 1))).isFalse();
        assertThat(range.holds(new SpiVersion(1, 2))).isTrue();
        assertThat(range.holds(new SpiVersion(1, 99))).isTrue();
        assertThat(range.holds(new SpiVersion(2, 0))).isFalse();
        assertThat(SpiRange.parse("(1.2, 2.0]").holds(new SpiVersion(1, 2))).isFalse();
        assertThat(SpiRange.parse("(1.2, 2.0]").holds(new SpiVersion(2, 0))).isTrue();
        assertThat(range).hasToString("[1.2,2.0)");
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatThrownBy(() -> SpiRange.parse("1.0")).hasMessage("'1.0' is no range such as [1.0,2.0)");
        assertThatThrownBy(() -> SpiRange.parse("[x,2)")).hasMessage("'x' is no version such as 1.0");
        assertThatThrownBy(() -> SpiRange.parse("[2.0,1.0]")).hasMessage("'[2.0,1.0]' ends before it begins");
    }
}
