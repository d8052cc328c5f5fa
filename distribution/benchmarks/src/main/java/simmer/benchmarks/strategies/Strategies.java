package simmer.benchmarks.strategies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import simmer.scoring.blend.BlendScoringProvider;
import simmer.scoring.decay.DecayScoringProvider;
import simmer.scoring.heat.HeatScoringProvider;
import simmer.scoring.window.WindowScoringProvider;
import simmer.spi.ScoringProvider;
import simmer.spi.Turn;

/** The rows of the table: every strategy that ships, and plain arithmetic to compare with. */
final class Strategies {

    private static final List<ScoringProvider> SHIPPED = List.of(new DecayScoringProvider(), new WindowScoringProvider(),
            new HeatScoringProvider(), new BlendScoringProvider());

    private Strategies() {
    }

    static List<Strategy> all() {
        Strategy winningLabel = shipped("decay", Map.of("reading", "winning-label"));
        return List.of(
                winningLabel.withLabelsInverted("").blindToTheCurrentTurn("tutorial as published"),
                winningLabel.blindToTheCurrentTurn("`conf/tutorial.yaml`: its labels put right"),
                winningLabel,
                shipped("decay", Map.of()),
                shipped("decay", Map.of("factor", "0.5")),
                shipped("decay", Map.of("factor", "1")),
                shipped("window", Map.of("turns", "1")),
                shipped("window", Map.of()),
                new Strategy("highest turn", Strategies::highest),
                new Strategy("noisy-or of the turns", Strategies::noisyOr),
                new Strategy("valence, decay 0.5", Strategies::valence),
                new Strategy("number of turns", turns -> 1 - 1.0 / turns.size()),
                shipped("heat", Map.of()),
                shipped("heat", Map.of("cooling", "1", "neutral", "0.5")),
                shipped("blend", Map.of()));
    }

    /** The strategy that a configuration names, as {@code scoring: {KEY: {…}}}. */
    static Strategy configured(String name, Config scoring) {
        Config options = scoring.asNodeList().orElseThrow().getFirst();
        return Strategy.of(name, provider(options.name()).create(options, name));
    }

    /** A strategy that ships; the name of the row is what a user would write. */
    static Strategy shipped(String key, Map<String, String> options) {
        String written = options.isEmpty() ? "" : " " + new TreeMap<>(options).toString().replace('=', ':');
        return Strategy.of("`" + key + written.replace(":", ": ") + "`",
                provider(key).create(Config.just(ConfigSources.create(options)), key));
    }

    private static ScoringProvider provider(String key) {
        return SHIPPED.stream().filter(provider -> provider.configKey().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no strategy '" + key + "' ships"));
    }

    private static double highest(List<Turn> turns) {
        return turns.stream().mapToDouble(turn -> turn.sentiment().negative()).max().orElseThrow();
    }

    private static double noisyOr(List<Turn> turns) {
        return 1 - turns.stream().mapToDouble(turn -> 1 - turn.sentiment().negative()).reduce(1, (a, b) -> a * b);
    }

    private static double valence(List<Turn> turns) {
        double sum = 0;
        double weights = 0;
        for (Turn turn : turns) {
            sum = sum / 2 + (1 + turn.sentiment().negative() - turn.sentiment().positive()) / 2;
            weights = weights / 2 + 1;
        }
        return sum / weights;
    }
}
