package simmer.benchmarks.load;

import java.util.Locale;

/** What the customers say. */
enum Speech {

    /** The recorded conversations. */
    RECORDED,
    /** Made-up conversations of ten turns, nothing ever said twice. */
    UNIQUE,
    /** Made-up conversations of one turn. */
    SINGLE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return switch (this) {
            case RECORDED -> "recorded";
            case UNIQUE -> "unique";
            case SINGLE -> "unique, one turn";
        };
    }
}
