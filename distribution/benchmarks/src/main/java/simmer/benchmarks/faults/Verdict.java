package simmer.benchmarks.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Holds what webhooks were told against what reached the stand-in.
 * <p>A call is known to be a turn's by its level and score; where several turns have the same, it counts as whichever does
 * not accuse. A degraded answer leaves open whether its decision was kept.
 */
final class Verdict {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Map<Promise, Integer> broken = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private int appliedAgain;
    private int mostInAMinute;

    private Verdict() {
        for (Promise promise : Promise.values()) {
            broken.put(promise, 0);
        }
    }

    /**
     * Judges.
     *
     * @param talks all sessions; their answers in the order of their turns
     * @param arrivals all calls, in the order in which they came
     * @param budget most calls in any minute
     */
    static Verdict of(List<Talk> talks, List<Arrival> arrivals, int budget) {
        Verdict verdict = new Verdict();
        Map<String, List<Arrival>> bySession = new HashMap<>();
        arrivals.forEach(arrival -> bySession.computeIfAbsent(arrival.session(), _ -> new ArrayList<>()).add(arrival));
        for (Talk talk : talks) {
            verdict.judge(talk, bySession.getOrDefault(talk.session(), List.of()));
        }
        verdict.countMinutes(arrivals, budget);
        return verdict;
    }

    private void judge(Talk talk, List<Arrival> arrivals) {
        judgeOrder(talk, arrivals);
        judgeDelivery(talk, arrivals);
        judgeEnd(talk, arrivals);
        judgeAnswers(talk);
    }

    private void judgeOrder(Talk talk, List<Arrival> arrivals) {
        Set<String> known = new HashSet<>();
        Set<String> applied = new HashSet<>();
        String newest = "";
        int turn = -1;
        for (Arrival arrival : arrivals) {
            if (arrival.applied() && !applied.add(arrival.key())) {
                appliedAgain++;
            }
            if (known.add(arrival.key())) {
                int last = turn;
                // Whose answer was degraded may have been decided all the same, just too late to be told.
                turn = laterTurn(talk, last, told -> told.fits(arrival))
                        .orElseGet(() -> laterTurn(talk, last, Told::degraded).orElse(last));
                if (turn == last) {
                    blame(Promise.IN_ORDER, talk,
                            "a call to " + arrival.level() + " is no later turn's than the one before");
                }
                newest = arrival.key();
            } else if (!arrival.key().equals(newest)) {
                blame(Promise.IN_ORDER, talk, "a call to " + arrival.level() + " came again after a newer one");
            }
        }
    }

    private static OptionalInt laterTurn(Talk talk, int last, Predicate<Told> which) {
        return IntStream.range(last + 1, talk.told().size()).filter(i -> which.test(talk.told().get(i))).findFirst();
    }

    private void judgeDelivery(Talk talk, List<Arrival> arrivals) {
        int arrived = lastTurnThere(talk, arrivals);
        for (int turn = 0; turn < talk.told().size(); turn++) {
            Told told = talk.told().get(turn);
            boolean stands = arrived >= turn || (arrived >= 0 && talk.told().subList(arrived, turn + 1).stream()
                    .allMatch(since -> since.degraded() || since.level().equals(told.level())));
            if (told.promisesDelivery() && !stands) {
                blame(Promise.NOTHING_LOST, talk, "turn " + turn + " was answered " + told.delivery() + ", " + told.level());
            }
        }
    }

    /** The newest turn that the last applied call can be; -1 if none. */
    private static int lastTurnThere(Talk talk, List<Arrival> arrivals) {
        return arrivals.reversed().stream().filter(Arrival::applied).limit(1)
                .mapToInt(arrival -> IntStream.range(0, talk.told().size()).filter(i -> talk.told().get(i).fits(arrival))
                        .max().orElse(-1))
                .max().orElse(-1);
    }

    private void judgeEnd(Talk talk, List<Arrival> arrivals) {
        String there = arrivals.stream().filter(Arrival::applied).map(Arrival::level)
                .reduce(UnrulyCognigy.LOWEST_LEVEL, (_, later) -> later);
        Set<String> right = new HashSet<>();
        boolean certain = false;
        for (int turn = talk.told().size() - 1; turn >= 0 && !certain; turn--) {
            certain = !talk.told().get(turn).degraded();
            right.add(talk.told().get(turn).level());
        }
        if (!certain) {
            right.add(UnrulyCognigy.LOWEST_LEVEL);
        }
        if (!right.contains(there)) {
            blame(Promise.LAST_STATE, talk, "it is on " + there + ", decided was " + right);
        }
    }

    private void judgeAnswers(Talk talk) {
        if (talk.told().size() < talk.quiet().size()) {
            blame(Promise.ANSWERED, talk, "turn " + talk.told().size() + " had no answer");
        }
        boolean certain = true;
        for (int turn = 0; turn < talk.told().size(); turn++) {
            Told told = talk.told().get(turn);
            Told quiet = talk.quiet().get(turn);
            certain &= !told.degraded();
            boolean other = told.score().isPresent() && !told.score().equals(quiet.score());
            if ((told.success() && (told.degraded() || told.score().isEmpty())) || (certain && other)) {
                blame(Promise.NO_MADE_UP_SCORE, talk, "turn " + turn + ": " + told + ", without faults " + quiet);
            }
            if (certain && !told.level().equals(quiet.level())) {
                blame(Promise.REMEMBERED, talk, "turn " + turn + ": " + told + ", without faults " + quiet);
            }
            if (told.saysItIsThere() && !told.level().equals(told.levelThere())) {
                blame(Promise.TRUE_ANSWERS, talk, "turn " + turn + ": " + told);
            }
        }
    }

    private void countMinutes(List<Arrival> arrivals, int budget) {
        List<Arrival> byTime = arrivals.stream().sorted(Comparator.comparingLong(Arrival::nanos)).toList();
        int first = 0;
        for (int last = 0; last < byTime.size(); last++) {
            while (byTime.get(last).nanos() - byTime.get(first).nanos() >= MINUTE_NANOS) {
                first++;
            }
            int inAMinute = last - first + 1;
            mostInAMinute = Math.max(mostInAMinute, inAMinute);
            if (inAMinute > budget) {
                broken.merge(Promise.BUDGET, 1, Integer::sum);
            }
        }
    }

    private void blame(Promise promise, Talk talk, String what) {
        broken.merge(promise, 1, Integer::sum);
        examples.add(promise.words() + ": " + talk.session() + ": " + what);
    }

    /** How often each promise was broken, kept ones with 0. */
    Map<Promise, Integer> broken() {
        return Map.copyOf(broken);
    }

    boolean isKept() {
        return broken.values().stream().allMatch(times -> times == 0);
    }

    /** What happened, a line for each breach. */
    List<String> examples() {
        return List.copyOf(examples);
    }

    /** Calls that moved a session once more for a decision that had moved it: at least once is promised. */
    int appliedAgain() {
        return appliedAgain;
    }

    int mostInAMinute() {
        return mostInAMinute;
    }
}
