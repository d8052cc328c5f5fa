package simmer.host.delivery;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import simmer.host.plugins.PluginFault;
import simmer.spi.Dispatch;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;
import simmer.spi.Transcript;

/**
 * Has a router make one call, on a thread of its own, so that a router which breaks its promise can't keep anybody waiting.
 * For use by any number of threads.
 */
final class RouterCall implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RouterCall.class.getName());
    private static final Duration GRACE = Duration.ofMillis(40);

    private final Router router;
    private final ExecutorService calls = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("router-call-", 0).factory());

    RouterCall(Router router) {
        this.router = router;
    }

    /**
     * Calls once. Whatever happens is a result.
     *
     * @param within over 0
     */
    RoutingResult make(Dispatch dispatch, Duration within) {
        return call(() -> router.route(dispatch, within), within, Failed::new);
    }

    /**
     * Reads what was said before. Whatever happens is a result.
     *
     * @param within over 0
     */
    Transcript read(Session session, Duration within) {
        return call(() -> router.transcript(session, within), within, (_, why) -> new Transcript.Unavailable(why));
    }

    private <T> T call(Callable<T> what, Duration within, BiFunction<Fault, String, T> failed) {
        Future<T> call = calls.submit(HandedOn.to(what));
        try {
            // A little longer than the router has: it knows better what went wrong.
            return call.get(within.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return failed.apply(Fault.TIMEOUT, "Cognigy did not answer in the time that was left. If this happens often,"
                    + " raise simmer.answer-within.");
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "router {0} failed: {1}", router.name(), PluginFault.of(e));
            return failed.apply(Fault.UNAVAILABLE,
                    "router " + router.name() + " failed: see the log and report it to the plugin's author");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply(Fault.TIMEOUT, "Simmer is stopping.");
        } finally {
            call.cancel(true);
        }
    }

    /** Interrupts the calls that nobody waits for any more. */
    @Override
    public void close() {
        calls.shutdownNow();
    }
}
