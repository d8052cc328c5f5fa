package simmer.host.plugins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import simmer.spi.SpiVersion;

/**
 * The versions of the SPI that a plugin was built for, as its manifest writes them: {@code [1.0,2.0)}. Square brackets
 * include the bound, round ones don't.
 */
record SpiRange(SpiVersion low, boolean lowIncluded, SpiVersion high, boolean highIncluded) {

    private static final Pattern TEXT = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([])])");

    /** @throws IllegalArgumentException if the text is no range of versions, or holds none */
    static SpiRange parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range such as [1.0,2.0)");
        }
        SpiVersion low = SpiVersion.parse(matcher.group(2));
        SpiVersion high = SpiVersion.parse(matcher.group(3));
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        return new SpiRange(low, matcher.group(1).equals("["), high, matcher.group(4).equals("]"));
    }

    boolean holds(SpiVersion version) {
        int toLow = version.compareTo(low);
        int toHigh = version.compareTo(high);
        return (lowIncluded ? toLow >= 0 : toLow > 0) && (highIncluded ? toHigh <= 0 : toHigh < 0);
    }

    @Override
    public String toString() {
        return (lowIncluded ? "[" : "(") + low + "," + high + (highIncluded ? "]" : ")");
    }
}
