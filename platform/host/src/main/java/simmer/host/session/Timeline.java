package simmer.host.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The turns of a session as far as they are remembered, oldest first.
 *
 * @param turns without their words
 * @param closed how many of the oldest were said before a reset: they place a payload's history, and count no more
 * @param total how many turns there ever were, those no longer remembered included
 */
record Timeline(List<RememberedTurn> turns, int closed, long total) {

    static final Timeline EMPTY = new Timeline(List.of(), 0, 0);

    Timeline {
        turns = List.copyOf(turns);
    }

    /** The turns by their keys: how each text was read when it was said before. */
    Map<String, RememberedTurn> byKey() {
        Map<String, RememberedTurn> read = HashMap.newHashMap(turns.size());
        turns.forEach(turn -> read.putIfAbsent(turn.key(), turn));
        return read;
    }

    /** The turns that count. */
    List<RememberedTurn> open() {
        return turns.subList(closed, turns.size());
    }

    /** The same after a reset. */
    Timeline close() {
        return new Timeline(turns, turns.size(), total);
    }

    Timeline newest(int most) {
        int dropped = Math.max(0, turns.size() - most);
        return dropped == 0
                ? this
                : new Timeline(turns.subList(dropped, turns.size()), Math.max(0, closed - dropped), total);
    }

    /** As it was when there had been so many turns, as far as that is still known. */
    Timeline when(long turnsThen) {
        int size = Math.clamp(turns.size() - (total - turnsThen), 0, turns.size());
        return new Timeline(turns.subList(0, size), Math.min(closed, size), turnsThen);
    }

    /**
     * Adds what a payload says. Its newest turn is new: who calls has seen to that. The turns before it are laid over those
     * remembered, so that the last one remembered comes to stand as late as all that lies over another agrees; what
     * is remembered from before the payload begins fills it, and what the payload knows from before fills what is
     * remembered. Where nothing agrees the payload's history holds alone.
     *
     * @param said the payload's turns, oldest first, at least one
     */
    Timeline plus(List<RememberedTurn> said) {
        List<RememberedTurn> history = said.subList(0, said.size() - 1);
        int end = IntStream.iterate(history.size(), i -> i > 0, i -> i - 1).filter(i -> agrees(history, i)).findFirst()
                .orElse(0);
        if (end == 0 && !history.isEmpty()) {
            return isLate(said) ? this : alone(said);
        }
        int older = Math.max(0, end - turns.size());
        List<RememberedTurn> merged = new ArrayList<>(history.subList(0, older));
        merged.addAll(turns);
        merged.addAll(said.subList(end, said.size()));
        return new Timeline(merged, closed == 0 ? 0 : closed + older, total + said.size() - end);
    }

    /** Whether the last remembered turn can be the history's turn before {@code end}, by all turns that then coincide. */
    private boolean agrees(List<RememberedTurn> history, int end) {
        int common = Math.min(turns.size(), end);
        return common > 0 && same(history.subList(end - common, end), turns.subList(turns.size() - common, turns.size()));
    }

    /** Whether all of it lies before the newest turn that is remembered: its webhook was overtaken. */
    private boolean isLate(List<RememberedTurn> said) {
        return IntStream.range(0, turns.size() - said.size())
                .anyMatch(i -> same(said, turns.subList(i, i + said.size())));
    }

    /** If nothing was said since the reset, that history is what the reset closed, though in other words. */
    private Timeline alone(List<RememberedTurn> said) {
        boolean justReset = closed > 0 && closed == turns.size();
        return new Timeline(said, justReset ? said.size() - 1 : 0, total + said.size());
    }

    private static boolean same(List<RememberedTurn> some, List<RememberedTurn> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).key().equals(others.get(i).key())) {
                return false;
            }
        }
        return true;
    }
}
