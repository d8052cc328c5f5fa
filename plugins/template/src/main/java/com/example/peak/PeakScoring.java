package com.example.peak;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Turn;

/** As heated as the worst of the newest turns. */
final class PeakScoring implements Scoring {

    static final String TYPE = "peak";

    private static final int MOST_TURNS = 200;

    private final String name;
    private final int turns;

    /** @throws simmer.spi.OptionException if an option is out of its range */
    PeakScoring(String name, PeakConfig config) {
        this.name = name;
        this.turns = config.turns();
        new OptionChecks()
                .require(turns >= 1 && turns <= MOST_TURNS, "turns", "is " + turns + ", must be 1 to " + MOST_TURNS)
                .throwIfAny();
    }

    @Override
    public Score score(List<Turn> conversation) {
        int newest = conversation.size() - 1;
        List<Turn> counted = conversation.subList(Math.max(0, conversation.size() - turns), conversation.size());
        double worst = counted.stream().mapToDouble(PeakScoring::heat).max().orElseThrow();
        return Score.weightedMean(conversation, PeakScoring::heat,
                age -> age < turns && heat(conversation.get(newest - age)) == worst ? 1 : 0);
    }

    private static double heat(Turn turn) {
        return turn.sentiment().negative();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return TYPE;
    }
}
