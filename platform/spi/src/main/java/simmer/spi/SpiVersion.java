package simmer.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of this package, apart from the product's: the major number rises when a plugin built before could break,
 * the minor one when something was added. A plugin's manifest names the range it was built for, such as
 * {@code Simmer-Spi: [1.0,2.0)}.
 *
 * @param major 0 or more
 * @param minor 0 or more
 */
public record SpiVersion(int major, int minor) implements Comparable<SpiVersion> {

    /** The version that this jar holds. */
    public static final SpiVersion CURRENT = new SpiVersion(1, 2);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?");

    /** @throws IllegalArgumentException if a number is negative */
    public SpiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("a version has no negative numbers: " + major + "." + minor);
        }
    }

    /**
     * Reads {@code "1.0"}, or {@code "1"} for the same.
     *
     * @throws IllegalArgumentException if the text is no such version
     */
    public static SpiVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version such as 1.0");
        }
        int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new SpiVersion(Integer.parseInt(matcher.group(1)), minor);
    }

    @Override
    public int compareTo(SpiVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
