package simmer.testkit.cognigy;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which fault is whose turn: those queued first, then the one for all. For use by several threads. */
final class Faults {

    private final Queue<Fault> queued = new ConcurrentLinkedQueue<>();
    private volatile Optional<Fault> forAll = Optional.empty();

    void queue(Fault fault) {
        queued.add(fault);
    }

    void forAll(Fault fault) {
        forAll = Optional.of(fault);
    }

    void clear() {
        queued.clear();
        forAll = Optional.empty();
    }

    Optional<Fault> next() {
        return Optional.ofNullable(queued.poll()).or(() -> forAll);
    }
}
