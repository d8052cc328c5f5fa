package simmer.spi;

/** Makes the strategy that weighs turns, from {@code scoring: {KEY: {…}}}. */
public interface ScoringProvider extends PluginProvider<Scoring> {
}
