/**
 * All that a plugin sees of Simmer: three kinds of plugin and the values that travel between them.
 * <p>
 * A {@linkplain simmer.spi.Conversation conversation} comes in. A {@link simmer.spi.SentimentModel} reads each of its
 * {@linkplain simmer.spi.Utterance utterances}; a {@link simmer.spi.Scoring} weighs the
 * {@linkplain simmer.spi.Turn turns} into one {@link simmer.spi.Score}; the host maps the score to a
 * {@link simmer.spi.Level}, which makes a {@link simmer.spi.Decision}; a {@link simmer.spi.Router} carries the decision
 * out and says how that went in a {@link simmer.spi.RoutingResult}.
 * <p>
 * Values are immutable and refuse what they must not hold with an {@link java.lang.IllegalArgumentException}. Nothing is
 * null unless marked. Scores run from 0 (calm) to 1 (furious), turns stand oldest first, times are {@code Duration}s.
 * What several threads may call at once says so.
 * <p>
 * A plugin is a jar, or a folder of jars, with a provider named in {@code META-INF/services} and, in the manifest of the
 * jar that names it, {@code Simmer-Spi}: the range of {@linkplain simmer.spi.SpiVersion versions of this package} that
 * it was built for. To write one, copy {@code plugins/template}, a strategy: it implements
 * {@link simmer.spi.ScoringProvider}.
 */
@NullMarked
package simmer.spi;

import org.jspecify.annotations.NullMarked;
