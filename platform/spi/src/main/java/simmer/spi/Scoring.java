package simmer.spi;

import java.util.List;

import io.helidon.common.config.NamedService;

/**
 * Weighs the turns of a conversation into one score. A pure function: the same turns give the same score, at any time and
 * on any thread, several at once; it neither blocks nor keeps anything.
 */
@SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
public interface Scoring extends NamedService {

    /**
     * @param turns at least one, oldest first; the last is the one just said
     * @return a score that explains each of these turns, in the same order
     */
    Score score(List<Turn> turns);
}
