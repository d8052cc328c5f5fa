package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.host.fixture.MemoryStore;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Fault;

/** What is refused for good waits until someone has mended the cause. */
@Timeout(60)
final class RefusalTest {

    private final SettableTime time = new SettableTime();
    private final MemoryStore store = new MemoryStore();
    private final ScriptedRouter router = new ScriptedRouter(new Limit.None(), true);

    private PostOffice open() {
        return new PostOffice(router, store, PostOffice.POLICY, time);
    }

    private static void assertRefused(PostOffice office, int sessions) {
        for (int i = 0; i < sessions; i++) {
            assertThat(office.deliver("s-" + i, 1)).isEqualTo(new Delivery.Failed("failed by CREDENTIALS", 0));
        }
        assertThat(office.depth().held()).isEqualTo(sessions);
        assertThat(office.dispatcher().refusal()).contains("failed by CREDENTIALS");
    }

    @Test
    void aCallThatSucceedsReleasesWhatWasHeld() {
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = open()) {
            assertRefused(office, 3);
            router.always((_, _) -> ScriptedRouter.DELIVERED);
            assertThat(office.deliver("s-9", 2)).isEqualTo(new Delivery.Delivered("{}", 0));
            office.await("all are sent", () -> office.told().size() == 4);
            assertThat(office.dispatcher().refusal()).isEmpty();
            assertThat(office.depth().held()).isZero();
        }
    }

    @Test
    void aProbeIsOneCallAndReleasesAllWhenItSucceeds() {
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = open()) {
            assertRefused(office, 5);
            time.pass(PostOffice.POLICY.probeEvery());
            office.await("the probe", () -> router.calls().size() == 6 && office.depth().held() == 5);
            assertThat(router.calls()).as("one for all").hasSize(6);

            router.always((_, _) -> ScriptedRouter.DELIVERED);
            time.pass(PostOffice.POLICY.probeEvery());
            office.await("all are sent", () -> office.told().size() == 5);
        }
    }

    @Test
    void aLongRefusalCostsNoMessageItsAttempts() {
        DeliveryPolicy policy = PostOffice.POLICY;
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = open()) {
            assertRefused(office, 3);
            for (int probe = 1; probe <= policy.maxAttempts() + 1; probe++) {
                int calls = 3 + probe;
                time.pass(policy.probeEvery());
                office.await("the probe", () -> router.calls().size() == calls && office.depth().held() == 3);
            }
            router.always((_, _) -> ScriptedRouter.DELIVERED);
            router.next(Fault.UNAVAILABLE);
            time.pass(policy.probeEvery());
            office.await("the other side hiccups once", () -> router.calls().size() > 3 + policy.maxAttempts() + 1);
            time.pass(policy.probeEvery());
            office.await("all are sent", () -> office.told().size() >= 3);
            assertThat(office.told()).noneMatch(told -> told.endsWith("given up"));
            assertThat(office.depth().dead()).isZero();
        }
    }

    @Test
    void whatIsHeldJustWhenThatIsMendedIsReleasedToo() {
        FailingOutbox slow = new FailingOutbox();
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = new PostOffice(router, slow, PostOffice.POLICY, time)) {
            assertRefused(office, 5);
            router.always((_, _) -> ScriptedRouter.DELIVERED);
            int mended = slow.releases() + 2;
            slow.beforeHold(() -> office.await("the probe has released the others", () -> slow.releases() >= mended));
            time.pass(PostOffice.POLICY.probeEvery());
            office.await("all are sent", () -> office.told().size() == 5);
        }
    }

    @Test
    void aWebhookTriesWhatIsHeldOfItsOwnSession() {
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = open()) {
            assertRefused(office, 1);
            String held = router.calls().getFirst().id();
            Duration ample = Duration.ofSeconds(20);
            assertThat(office.dispatcher().deliver("s-0", held, ample)).as("refused, and not on its way")
                    .isEqualTo(new Delivery.Failed("failed by CREDENTIALS", 0));
            router.always((_, _) -> ScriptedRouter.DELIVERED);
            assertThat(office.dispatcher().deliver("s-0", held, ample)).isEqualTo(new Delivery.Delivered("{}", 0));
        }
    }

    @Test
    void aRestartTriesAgain() {
        router.always((_, _) -> ScriptedRouter.failed(Fault.CREDENTIALS));
        try (PostOffice office = open()) {
            assertRefused(office, 2);
        }
        router.always((_, _) -> ScriptedRouter.DELIVERED);
        try (PostOffice mended = open()) {
            mended.await("all are sent", () -> mended.told().size() == 2);
        }
    }

    @Test
    void aSessionThatIsRefusedDoesNotHoldUpOthers() {
        router.next(Fault.REJECTED);
        try (PostOffice office = open()) {
            assertThat(office.deliver("s-1", 2)).isInstanceOf(Delivery.Failed.class);
            assertThat(office.dispatcher().refusal()).isEmpty();
            assertThat(office.deliver("s-2", 2)).isInstanceOf(Delivery.Delivered.class);
            assertThat(office.depth().held()).as("only the probe tries it again").isOne();
            time.pass(Duration.ofMinutes(5));
            office.await("the probe", () -> office.told().contains("s-1 manager"));
        }
    }
}
