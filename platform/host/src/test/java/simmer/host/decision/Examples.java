package simmer.host.decision;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import simmer.spi.Level;
import simmer.spi.Score;
import simmer.testkit.Turns;

/** The levels and the policy of the README's examples: the defaults, and what they leave off turned on. */
final class Examples {

    static final Levels LEVELS = levels(0, 0.35, 0.65);

    static final Policy POLICY = new Policy(LEVELS, new Margins(0.10, 0.10, 0.05), 1,
            new Pace(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofHours(4)),
            new Handover(Optional.of("manager"), true));

    private Examples() {
    }

    static Levels levels(double... from) {
        List<String> names = List.of("standard", "supervisor", "manager");
        return new Levels(IntStream.range(0, from.length)
                .mapToObj(i -> new Level(names.get(i), from[i], names.get(i) + "_flow", "start")).toList());
    }

    /** A score of this value that so many turns explain. */
    static Reading scored(double value, int turns) {
        return new Reading.Scored(Score.weightedMean(Collections.nCopies(turns, Turns.turn(value)),
                turn -> turn.sentiment().negative(), _ -> 1));
    }
}
