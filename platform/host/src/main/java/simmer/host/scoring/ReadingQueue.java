package simmer.host.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import simmer.host.scoring.Reading.Result;
import simmer.spi.Batches;
import simmer.spi.ModelTraits;

/**
 * What waits for the model: first the newest turns, then history. Takes on only what can be read in time, in tokens at the
 * model's pace, and never more than its bound. For use by any number of threads; the lock is held for microseconds.
 */
final class ReadingQueue {

    /**
     * A pace is a mean and the cores are shared: of what was predicted to be just in time, half came too late, after all of
     * the wait. Refused at once it costs nobody anything.
     */
    private static final int SAFETY = 2;

    private final int threads;
    private final Batches batches;
    private final Pace pace;
    private final long maxTokens;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Line newest = new Line();
    private final Line history = new Line();
    private long tokensInReading;
    private long busySinceNanos;
    private boolean closed;

    /** @param maxTokens most tokens that wait; history may take half of them */
    ReadingQueue(ModelTraits traits, Pace pace, long maxTokens, LongSupplier nanoTime) {
        this.threads = traits.threads();
        this.batches = traits.batches();
        this.pace = pace;
        this.maxTokens = maxTokens;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes an utterance on.
     *
     * @param until when it must have been read, by the clock of nanoseconds
     * @return whether there is room and, as reads went so far, time
     */
    boolean offer(Waiting waiting, Lane lane, long until) {
        lock.lock();
        try {
            if (closed || !hasRoom(waiting, lane) || !hasTime(waiting, lane, until)) {
                return false;
            }
            if (size() == 0 && tokensInReading == 0) {
                busySinceNanos = nanoTime.getAsLong();
            }
            (lane == Lane.NEWEST ? newest : history).add(waiting);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(Waiting waiting, Lane lane) {
        long bound = lane == Lane.NEWEST ? maxTokens : maxTokens / 2;
        long waits = newest.tokens() + history.tokens();
        return waits == 0 || waits + waiting.tokens() <= bound;
    }

    private boolean hasTime(Waiting waiting, Lane lane, long until) {
        long ahead = tokensInReading + newest.tokens() + (lane == Lane.NEWEST ? 0 : history.tokens());
        // With nothing ahead there is no better time, and a pace once misjudged would never be corrected.
        return ahead == 0
                || pace.toRead(ahead + waiting.tokens()).multipliedBy(SAFETY).toNanos() <= until - nanoTime.getAsLong();
    }

    /** What waits as history was just said in another conversation. */
    void hurry(Reading reading) {
        lock.lock();
        try {
            history.remove(reading).ifPresent(newest::add);
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for this one any more. */
    void drop(Reading reading) {
        lock.lock();
        try {
            newest.remove(reading);
            history.remove(reading);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something to read and takes it; {@link #done} must follow.
     *
     * @return one or, while much waits, several of near lengths; none once the queue is closed
     */
    List<Waiting> take() throws InterruptedException {
        lock.lock();
        try {
            List<Waiting> begun = List.of();
            while (begun.isEmpty() && !closed) {
                while (size() == 0 && !closed) {
                    changed.await();
                }
                linger();
                begun = begin();
            }
            tokensInReading += sum(begun);
            if (size() > 0) {
                // A thread that lingered may have been the only one told of what it leaves behind.
                changed.signal();
            }
            return begun;
        } finally {
            lock.unlock();
        }
    }

    private void linger() throws InterruptedException {
        long left = batches.linger().toNanos();
        while (left > 0 && size() < batches.rows() && !closed) {
            left = changed.awaitNanos(left);
        }
    }

    /** Takes out those whose turn it is, less those for whom nobody waits in time any more. */
    private List<Waiting> begin() {
        Line line = newest.size() > 0 ? newest : history;
        if (line.size() == 0) {
            return List.of();
        }
        boolean together = batches.rows() > 1 && (isDeep() || batches.linger().isPositive());
        long now = nanoTime.getAsLong();
        List<Waiting> begun = new ArrayList<>(batches.rows());
        for (Waiting next : together ? line.takeGroup(batches) : line.takeOne()) {
            if (next.reading().begin(now)) {
                begun.add(next);
            } else {
                next.reading().end(new Result.TooLate());
            }
        }
        return begun;
    }

    /** Batches pay once each thread could have a full one; before that they only make the first in them wait. */
    private boolean isDeep() {
        return size() >= batches.rows() * threads;
    }

    /** These have been read, or failed. */
    void done(List<Waiting> read) {
        lock.lock();
        try {
            tokensInReading -= sum(read);
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing on any more; what waits is refused. */
    void close() {
        lock.lock();
        try {
            closed = true;
            List.of(newest, history)
                    .forEach(line -> line.takeAll().forEach(one -> one.reading().end(new Result.Refused())));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Depth depth() {
        lock.lock();
        try {
            return new Depth(size(), newest.tokens() + history.tokens(), tokensInReading, busySinceNanos);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How much there is to do.
     *
     * @param utterances that wait
     * @param tokens that wait, as far as can be told
     * @param tokensInReading that are being read
     * @param busySinceNanos when there was last nothing to do
     */
    record Depth(int utterances, long tokens, long tokensInReading, long busySinceNanos) {

        boolean isNothing() {
            return utterances == 0 && tokensInReading == 0;
        }
    }

    private int size() {
        return newest.size() + history.size();
    }

    private static long sum(List<Waiting> some) {
        return some.stream().mapToLong(Waiting::tokens).sum();
    }
}
