package simmer.host.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import simmer.spi.Decision;
import simmer.spi.Handover;
import simmer.spi.Handover.WorstTurn;
import simmer.spi.ScoredTurn;
import simmer.spi.Session;

/**
 * Packs handovers, each under 4 kB as JSON whatever customers and callers write: the longest texts are cut, and a language
 * that is no tag is left out. Immutable.
 */
public final class Handovers {

    /** A level's name and a reason's code come from the configuration, which keeps them as short. */
    public static final int MAX_NAME_LENGTH = 100;

    private static final int MAX_TEXT_BYTES = 1_000;
    private static final int MAX_REASON_BYTES = 600;
    /** A language tag is shorter (RFC 5646, section 4.4.1). */
    private static final int MAX_LANGUAGE_LENGTH = 35;

    private final String lowest;
    private final Map<String, Desk> desks;
    private final boolean includeText;

    /**
     * Makes them.
     *
     * @param lowest the level on which nobody takes a session over
     * @param desks by the levels' names; a level may be absent
     * @param includeText whether they repeat what the customer said
     */
    public Handovers(String lowest, Map<String, Desk> desks, boolean includeText) {
        this.lowest = lowest;
        this.desks = Map.copyOf(desks);
        this.includeText = includeText;
    }

    /** What goes with a decision; nothing on the lowest level, where the bot goes on by itself. */
    public Optional<Handover> of(Session session, Decision decision) {
        String level = decision.level().name();
        if (level.equals(lowest)) {
            return Optional.empty();
        }
        List<ScoredTurn> turns = decision.score().turns();
        Desk desk = desks.getOrDefault(level, Desk.ANY);
        return Optional.of(new Handover(level, JsonLength.cut(decision.reason(), MAX_REASON_BYTES), decision.reasonCode(),
                worst(turns), Trends.of(turns), turns.size(),
                session.language().length() > MAX_LANGUAGE_LENGTH ? "" : session.language(), desk.skill(), desk.priority()));
    }

    private Optional<WorstTurn> worst(List<ScoredTurn> turns) {
        int worst = -1;
        for (int i = 0; i < turns.size(); i++) {
            if (worst < 0 || turns.get(i).frustration() >= turns.get(worst).frustration()) {
                worst = i;
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(worst(turns.get(worst), worst + 1));
    }

    private WorstTurn worst(ScoredTurn turn, int place) {
        String text = includeText ? JsonLength.cut(turn.turn().utterance().text(), MAX_TEXT_BYTES) : "";
        return new WorstTurn(place, turn.frustration(), text);
    }
}
