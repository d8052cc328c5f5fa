package simmer.testkit.cognigy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the newest requests, and wakes those who wait for more. For use by several threads. */
final class Journal {

    private static final int KEPT = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long received;

    void add(RecordedRequest request) {
        lock.lock();
        try {
            if (requests.size() == KEPT) {
                requests.removeFirst();
            }
            requests.addLast(request);
            received++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<RecordedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    /** See {@link CognigyStandIn#awaitRequests}. */
    List<RecordedRequest> await(int count, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (received < count) {
                if (left <= 0) {
                    throw new IllegalStateException("waited " + limit.toMillis() + " ms for " + count
                            + " requests, got " + received);
                }
                left = grown.awaitNanos(left);
            }
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }
}
