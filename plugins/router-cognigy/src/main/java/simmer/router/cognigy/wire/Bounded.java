package simmer.router.cognigy.wire;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import simmer.http.parts.Deadline;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/**
 * Work that ends with its time. It runs in a virtual thread of its own, which its caller leaves behind when the time is up:
 * whatever hangs (a name's lookup, a connection, an answer that dribbles), nobody waits for it. To interrupt that thread
 * closes its connection, as it does for all sockets of virtual threads.
 */
public final class Bounded {

    private Bounded() {
    }

    /**
     * Works until it is done or the time is up.
     *
     * @param peer whom the work calls, for the sentence of a time-out
     * @throws NoAnswerException as the work does; or because the time was up, or this thread was interrupted, which then
     *         stays known
     */
    public static <T> T call(Peer peer, Duration within, Function<Deadline, T> work) {
        Deadline deadline = Deadline.in(within);
        FutureTask<T> task = new FutureTask<>(() -> work.apply(deadline));
        Thread.ofVirtual().name("calls-" + peer.address().host()).start(task);
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw outOfTime(peer, within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(new Failed(Fault.TIMEOUT, "The call to Cognigy was interrupted."));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoAnswerException noAnswer) {
                // On a busy machine the end of a read may be noticed before the end of the time, which is what it was.
                boolean ranOut = noAnswer.failed().mayHaveArrived() && !deadline.left().isPositive();
                throw ranOut ? outOfTime(peer, within) : noAnswer;
            }
            throw new IllegalStateException("a call to " + peer.at() + " failed by a fault of our own", e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static NoAnswerException outOfTime(Peer peer, Duration within) {
        return new NoAnswerException(new Failed(Fault.TIMEOUT,
                peer.at() + " did not answer within " + within.toMillis() + " ms. If it is only slow, give it more time:"
                        + " simmer.answer-within while a webhook waits, simmer.delivery.call-within when none does."));
    }
}
