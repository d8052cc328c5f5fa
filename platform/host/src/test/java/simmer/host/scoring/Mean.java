package simmer.host.scoring;

import java.util.List;

import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Turn;

/** The plain mean of how negative the turns are. */
record Mean(String name) implements Scoring {

    @Override
    public Score score(List<Turn> turns) {
        return Score.weightedMean(turns, turn -> turn.sentiment().negative(), _ -> 1);
    }

    @Override
    public String type() {
        return "mean";
    }
}
