package simmer.host.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import simmer.spi.Batches;

/** Utterances in order of arrival, of which any may leave. Not for use by several threads at once. */
final class Line {

    private final SequencedMap<Reading, Waiting> waiting = new LinkedHashMap<>();
    private long tokens;

    void add(Waiting last) {
        waiting.put(last.reading(), last);
        tokens += last.tokens();
    }

    Optional<Waiting> remove(Reading reading) {
        Optional<Waiting> removed = Optional.ofNullable(waiting.remove(reading));
        removed.ifPresent(one -> tokens -= one.tokens());
        return removed;
    }

    /** The first one alone; only if there is one. */
    List<Waiting> takeOne() {
        Waiting first = waiting.firstEntry().getValue();
        remove(first.reading());
        return List.of(first);
    }

    /** The first one and those that go with it; only if there is one. */
    List<Waiting> takeGroup(Batches batches) {
        Waiting first = takeOne().getFirst();
        List<Waiting> group = Grouping.near(first, waiting.values(), batches);
        group.forEach(one -> remove(one.reading()));
        return group;
    }

    List<Waiting> takeAll() {
        List<Waiting> all = List.copyOf(waiting.values());
        waiting.clear();
        tokens = 0;
        return all;
    }

    int size() {
        return waiting.size();
    }

    long tokens() {
        return tokens;
    }
}
