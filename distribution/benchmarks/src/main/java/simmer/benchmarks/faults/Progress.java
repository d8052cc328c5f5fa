package simmer.benchmarks.faults;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many webhooks were answered, to wait for. For use by several threads. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int answered;
    private boolean over;

    void add() {
        lock.lock();
        try {
            answered++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will be answered. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so many answers; false if there will not be as many. */
    boolean await(int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (answered < count && !over) {
                changed.await();
            }
            return answered >= count;
        } finally {
            lock.unlock();
        }
    }
}
