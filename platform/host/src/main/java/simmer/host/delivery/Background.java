package simmer.host.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import simmer.host.delivery.InFlight.Sending;
import simmer.host.store.Outbox;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Outbox.Depth;
import simmer.host.store.StoreException;

/** Sends what is due and nobody waits for: one thread looks for it, each message then has a thread of its own. */
final class Background implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    /** For what an interrupted sender still tells the outbox. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final InFlight inFlight;
    private final Courier courier;
    private final Gate gate;
    private final Refusal refusal;
    private final DeliveryPolicy policy;
    private final Time time;
    private final Semaphore wishes = new Semaphore(0);
    private final Semaphore senders;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
    private final Thread looker;
    private volatile boolean closed;
    private volatile Depth depth = new Depth(0, 0, 0, Duration.ZERO);
    private Optional<Long> probedNanos = Optional.empty();
    private Optional<Long> countedNanos = Optional.empty();
    /**
     * Done once the message that was started last has asked for a slot: those started before it, more urgent, come first.
     */
    private CompletableFuture<Void> lastAsked = CompletableFuture.completedFuture(null);
    private boolean lookSoon;
    private boolean storeAway;

    Background(Outbox outbox, InFlight inFlight, Courier courier, Gate gate, Refusal refusal, DeliveryPolicy policy,
            Time time) {
        this.outbox = outbox;
        this.inFlight = inFlight;
        this.courier = courier;
        this.gate = gate;
        this.refusal = refusal;
        this.policy = policy;
        this.time = time;
        this.senders = new Semaphore(policy.parallel());
        this.looker = Thread.ofVirtual().name("delivery").start(this::look);
    }

    boolean isClosed() {
        return closed;
    }

    Depth depth() {
        return depth;
    }

    void wake() {
        wishes.release();
    }

    private void look() {
        try {
            while (!closed) {
                wishes.drainPermits();
                lookSoon = false;
                round();
                wishes.tryAcquire((lookSoon ? SOON : POLL).toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            if (isTime(probedNanos, policy.probeEvery())) {
                probedNanos = Optional.of(time.nanos());
                refusal.probe();
                outbox.releaseHeld(time.now());
            }
            sendDue();
            if (isTime(countedNanos, COUNT_EVERY)) {
                countedNanos = Optional.of(time.nanos());
                depth = outbox.depth(time.now());
            }
            storeAway(false, "");
        } catch (StoreException e) {
            storeAway(true, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "looking for deliveries failed: a fault in Simmer", e);
        }
    }

    private boolean isTime(Optional<Long> lastNanos, Duration every) {
        return lastNanos.isEmpty() || time.nanos() - lastNanos.get() >= every.toNanos();
    }

    private void sendDue() {
        int room = gate.room(senders.availablePermits());
        while (room > 0 && !closed) {
            long askedNanos = time.nanos();
            Duration lease = Claim.lease(policy.callWithin());
            List<Claimed> due = outbox.claimDue(room, lease, time.now());
            long started = due.stream().filter(claimed -> start(Claim.of(claimed, lease, askedNanos))).count();
            lookSoon = started < due.size();
            room = started < room ? 0 : gate.room(senders.availablePermits());
        }
    }

    /** Sends it, unless an earlier message of the session has only just arrived and its sender is about to end. */
    private boolean start(Claim claim) {
        Optional<Sending> sending = inFlight.begin(claim.claimed().sessionId());
        if (sending.isEmpty()) {
            outbox.putBack(claim.claimed(), time.now());
            return false;
        }
        senders.acquireUninterruptibly(); // there is one: only this thread takes them
        CompletableFuture<Void> before = lastAsked;
        CompletableFuture<Void> asked = new CompletableFuture<>();
        lastAsked = asked;
        threads.execute(() -> {
            try (Sending mine = sending.get()) {
                before.join();
                mine.sent(claim.messageId(), courier.send(claim, Allowance.inBackground(
                        time.nanos() + policy.callWithin().toNanos(), () -> asked.complete(null))));
            } finally {
                asked.complete(null);
                senders.release();
                wake();
            }
        });
        return true;
    }

    private void storeAway(boolean away, String why) {
        if (away && !storeAway) {
            LOG.log(System.Logger.Level.WARNING, "the outbox is out of reach, so only webhooks deliver: {0}", why);
        } else if (!away && storeAway) {
            LOG.log(System.Logger.Level.INFO, "the outbox can be read again");
        }
        storeAway = away;
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            long untilNanos = time.nanos() + policy.drainWithin().toNanos();
            looker.join(policy.drainWithin().plus(SOON));
            threads.shutdown();
            if (!threads.awaitTermination(Math.max(0, untilNanos - time.nanos()), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
