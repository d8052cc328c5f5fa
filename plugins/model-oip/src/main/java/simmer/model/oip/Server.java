package simmer.model.oip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import simmer.http.parts.Deadline;
import simmer.model.oip.CallException.Blame;

/**
 * One server, and whether it is well: called only while it is, left alone after some failures in a row, and looked at until
 * it is well again. For use by any number of threads.
 */
final class Server {

    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final ServerAddress address;
    private final Examination examination;
    private final int mostFailures;
    private final AtomicReference<State> state = new AtomicReference<>(new Down("has not been called yet"));
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastSuccess = System.nanoTime();

    private sealed interface State {
    }

    private record Up(Signature signature) implements State {
    }

    private record Down(String why) implements State {
    }

    /** @param mostFailures after so many in a row it is left alone */
    Server(ServerAddress address, Examination examination, int mostFailures) {
        this.address = address;
        this.examination = examination;
        this.mostFailures = mostFailures;
    }

    boolean isUp() {
        return state.get() instanceof Up;
    }

    /** Why it is left alone, a sentence without its full stop; empty if it isn't. */
    Optional<String> outage() {
        return state.get() instanceof Down(String why)
                ? Optional.of("the model server " + address + " " + why)
                : Optional.empty();
    }

    /**
     * Has it read.
     *
     * @throws CallException if it could not
     */
    List<float[]> infer(Rows rows, Deadline deadline) {
        State now = state.get();
        if (!(now instanceof Up up)) {
            throw new CallException(Blame.SERVER, "is left alone");
        }
        try {
            List<float[]> logits = examination.infer(address, up.signature(), rows, deadline);
            failures.set(0);
            lastSuccess = System.nanoTime();
            return logits;
        } catch (CallException e) {
            if (e.blame() != Blame.REQUEST && failures.incrementAndGet() >= mostFailures) {
                down(up, e.sentence());
            }
            throw e;
        }
    }

    /** Looks whether it is well; blocks for some calls. */
    Finding examine() {
        Finding finding = examination.of(address);
        switch (finding) {
            case Finding.Well(Signature signature, String software) -> up(signature, software);
            case Finding.Away(String why) -> state.set(new Down(why));
            case Finding.Unfit(String why) -> state.set(new Down(why));
        }
        return finding;
    }

    /** Looks again if it is left alone; has it read a word if it has read nothing for so long. */
    void watch(Duration quiet) {
        if (!(state.get() instanceof Up up)) {
            examine();
        } else if (System.nanoTime() - lastSuccess >= quiet.toNanos()) {
            try {
                examination.shortest(address, up.signature());
                failures.set(0);
                lastSuccess = System.nanoTime();
            } catch (CallException e) {
                down(up, e.sentence());
            }
        }
    }

    private void up(Signature signature, String software) {
        failures.set(0);
        lastSuccess = System.nanoTime();
        if (!(state.getAndSet(new Up(signature)) instanceof Up)) {
            LOG.log(System.Logger.Level.INFO, "the model server {0} is well: {1}", address, software);
        }
    }

    private void down(Up before, String why) {
        if (state.compareAndSet(before, new Down(why))) {
            LOG.log(System.Logger.Level.WARNING, "the model server {0} {1}: it is left alone until it is well", address,
                    why);
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
