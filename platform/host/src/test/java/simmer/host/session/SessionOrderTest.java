package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

final class SessionOrderTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final SessionOrder order = new SessionOrder();

    @Test
    void thoseOfOneSessionTakeTurnsAsTheyCame() throws Exception {
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        List<SessionOrder.Place> places = IntStream.range(0, 50).mapToObj(_ -> order.enter("s")).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = places.size() - 1; i >= 0; i--) {
                int number = i;
                all.add(threads.submit(() -> {
                    try (SessionOrder.Place place = places.get(number)) {
                        place.await(AMPLE);
                        seen.add(number);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(order.size()).isZero();
    }

    @Test
    void differentSessionsDontWait() {
        try (SessionOrder.Place one = order.enter("one"); SessionOrder.Place other = order.enter("other")) {
            assertThat(one.isNext()).isTrue();
            assertThat(other.isNext()).isTrue();
        }
    }

    @Test
    void whoGivesUpWaitingLetsNobodyPastThoseBefore() {
        SessionOrder.Place first = order.enter("s");
        SessionOrder.Place second = order.enter("s");
        SessionOrder.Place third = order.enter("s");
        second.await(Duration.ZERO);
        second.close();
        assertThat(third.isNext()).isFalse();
        first.close();
        assertThat(third.isNext()).isTrue();
        third.close();
        assertThat(order.size()).isZero();
    }

    @Test
    void anInterruptEndsTheWait() {
        SessionOrder.Place first = order.enter("s");
        SessionOrder.Place second = order.enter("s");
        Thread.currentThread().interrupt();
        second.await(AMPLE);
        assertThat(Thread.interrupted()).isTrue();
        second.close();
        first.close();
    }
}
