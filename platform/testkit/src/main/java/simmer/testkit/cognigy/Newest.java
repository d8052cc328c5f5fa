package simmer.testkit.cognigy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps so many entries and forgets the oldest, so that a long run needs no more memory. Not for use by several threads. */
final class Newest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private static final int KEPT = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
    }
}
