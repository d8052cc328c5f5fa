package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;

import simmer.host.delivery.InFlight.Sending;
import simmer.host.events.Scene;
import simmer.host.events.Scenes;
import simmer.host.store.Outbox;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Outbox.Depth;
import simmer.host.store.Store;
import simmer.host.store.StoreException;
import simmer.spi.Decision;
import simmer.spi.Handover;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.Session;
import simmer.spi.Transcript;

/**
 * Has the decisions in the outbox carried out: at once while a webhook waits for it, else in the background, the most urgent
 * first, until each is delivered, refused or given up. At least once, unless the router's calls must not be repeated; of one
 * session one at a time, in order. For use by any number of threads, virtual ones too. The README beside this says what
 * follows on each answer.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Delivery STOPPING = new Delivery.Queued("Simmer is stopping; this is sent when it is back.", 0);
    private static final Delivery BUSY = new Delivery.Queued(
            "An earlier decision of this session is still on its way to Cognigy; this one follows.", 0);
    private static final Delivery STORE_AWAY = new Delivery.Queued(
            "The store can't be asked; this is sent when it is back.", 0);

    /** A claim is made within milliseconds; a message that can't be had for longer is not due. */
    private static final Duration SOON = Duration.ofMillis(5);
    private static final int MOST_ATTEMPTS = 50;

    private final Outbox outbox;
    private final boolean calls;
    private final DeliveryPolicy policy;
    private final Time time;
    private final Refusal refusal = new Refusal();
    private final InFlight inFlight = new InFlight();
    private final RouterCall routerCall;
    private final Gate gate;
    private final Courier courier;
    private final Background background;

    /**
     * Begins with what earlier runs left behind, held messages included.
     *
     * @param settlement settles each message that has ended
     * @param watch is told what happens, for counting it
     * @param scenes what is done in the background happens in
     */
    public Dispatcher(Router router, Store store, DeliveryPolicy policy, Settlement settlement, DeliveryWatch watch,
            Scenes scenes, Time time) {
        this.outbox = store.outbox();
        this.policy = policy;
        this.time = time;
        this.calls = router.traits() instanceof RouterTraits.Calls;
        RouterTraits.Calls traits = router.traits() instanceof RouterTraits.Calls made
                ? made
                : new RouterTraits.Calls(router.type(), new RouterTraits.Limit.None(), true);
        this.routerCall = new RouterCall(router);
        this.gate = new Gate(new Breaker(policy.breakerFailures(), policy.breakerWait(), time),
                new Slots(store.budget(), traits, time), watch, time);
        this.courier = new Courier(outbox, new Trip.Means(gate, routerCall, policy, watch, time,
                traits.repeatable() || policy.resendUnknown()), refusal, settlement, scenes);
        this.background = new Background(outbox, inFlight, courier, gate, refusal, policy, time);
    }

    /** Whether there is anything to send at all; with a router that calls nobody, no message need be stored. */
    public boolean calls() {
        return calls;
    }

    /** The body of the message that is to be stored with a session's state, in one commit, before {@link #deliver}. */
    public String body(Session session, Decision decision, Optional<Handover> handover) {
        return new Envelope(session, decision, handover, time.now(),
                Scene.current().map(scene -> scene.span().traceparent())).body();
    }

    /**
     * Delivers a message that was stored just now. What can't be done in time is done in the background. The caller need not
     * be alone with the session.
     *
     * @param messageId the stored message's
     * @param within the time left
     */
    public Delivery deliver(String sessionId, String messageId, Duration within) {
        long untilNanos = time.nanos() + within.toNanos();
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS && !background.isClosed(); attempt++) {
                Optional<Delivery> done = attempt(sessionId, messageId, untilNanos);
                if (done.isPresent()) {
                    return done.get();
                }
                if (untilNanos - time.nanos() <= 0) {
                    return BUSY;
                }
            }
            if (!background.isClosed()) {
                return BUSY;
            }
            return STOPPING;
        } catch (StoreException e) {
            return STORE_AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPING;
        }
    }

    /** Sends the message, or waits for whoever is sending one of the session; empty if neither told what became of it. */
    private Optional<Delivery> attempt(String sessionId, String messageId, long untilNanos) throws InterruptedException {
        Optional<Sending> mine = inFlight.begin(sessionId);
        if (mine.isPresent()) {
            Optional<Delivery> delivery = send(mine.get(), sessionId, messageId, untilNanos)
                    .or(() -> inFlight.ended(messageId));
            if (delivery.isEmpty()) {
                // The background has claimed it and is about to send it, or another replica does.
                time.sleep(SOON);
            }
            return delivery;
        }
        inFlight.await(sessionId, Duration.ofNanos(untilNanos - time.nanos()));
        return inFlight.ended(messageId);
    }

    private Optional<Delivery> send(Sending sending, String sessionId, String messageId, long untilNanos) {
        try (sending) {
            long askedNanos = time.nanos();
            Duration lease = Claim.lease(Duration.ofNanos(Math.max(0, untilNanos - askedNanos)));
            Optional<Claimed> claimed = outbox.claim(sessionId, lease, time.now());
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            Claim claim = Claim.of(claimed.get(), lease, askedNanos);
            Delivery delivery = sending.sent(claim.messageId(),
                    courier.send(claim, Allowance.ofWebhook(untilNanos, policy.retries())));
            if (delivery instanceof Delivery.Queued) {
                background.wake();
            }
            return Optional.of(claim.messageId().equals(messageId) ? delivery : BUSY);
        }
    }

    /**
     * Reads what was said in a session before, if a call may be made now: reading waits for nobody, and counts against the
     * router's limit as a delivery does.
     *
     * @param within the time for it
     */
    public Transcript transcript(Session session, Duration within) {
        if (background.isClosed() || !within.isPositive()) {
            return new Transcript.Unavailable("there was no time for it");
        }
        try {
            return switch (gate.enter(0, true)) {
                case Gate.Pass.Later later -> new Transcript.Unavailable(later.why());
                case Gate.Pass.Go() -> read(session, within);
            };
        } catch (StoreException e) {
            return new Transcript.Unavailable("the store, which counts the calls, is away");
        }
    }

    private Transcript read(Session session, Duration within) {
        try {
            return routerCall.read(session, within);
        } finally {
            // Whether conversations can be read says nothing of whether sessions can be moved.
            gate.withdraw();
        }
    }

    /** Has the background look for work now, instead of within a second. */
    public void wake() {
        background.wake();
    }

    /** How much there is, as of some seconds ago. */
    public Depth depth() {
        return background.depth();
    }

    /** What the other side says, if it refuses us altogether until someone mends the cause. */
    public Optional<String> refusal() {
        return refusal.message();
    }

    /** Whether the other side is left alone because it is down: 0 no, 1 about to try, 2 yes. */
    public int breaker() {
        return switch (gate.state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    /**
     * Takes no more work, lets calls under way end within the time for that, then interrupts them. The rest stays stored.
     */
    @Override
    public void close() {
        background.close();
        routerCall.close();
    }
}
