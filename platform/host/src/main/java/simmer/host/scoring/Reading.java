package simmer.host.scoring;

import java.util.concurrent.CompletableFuture;

import simmer.spi.Sentiment;

/**
 * One utterance on its way through the model, shared by all who wait for it, and what came of it ever after. Knows no text.
 * Nobody waiting any more, or all of them out of time, means that it need not begin. For use by any number of threads.
 */
final class Reading {

    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private volatile Runnable ifNotRead = () -> {
    };
    private int waiters;
    private long untilNanos = Long.MIN_VALUE;
    private Stage stage = Stage.WAITING;

    private enum Stage {
        WAITING, BEGUN, ABANDONED
    }

    /** What came of a reading. */
    sealed interface Result {

        /** The model read it. */
        record Read(Sentiment sentiment) implements Result {
        }

        /** It was not taken on: more waited already than can be read in time. */
        record Refused() implements Result {
        }

        /** It was not read in time. */
        record TooLate() implements Result {
        }

        /** The model failed at it. */
        record Broken(Throwable cause) implements Result {
        }
    }

    /**
     * Waits for this from now on.
     *
     * @param until by {@link System#nanoTime()}
     * @return false if it was abandoned: ask anew
     */
    synchronized boolean join(long until) {
        if (stage == Stage.ABANDONED) {
            return false;
        }
        untilNanos = waiters == 0 ? until : later(untilNanos, until);
        waiters++;
        return true;
    }

    boolean isEnded() {
        return result.isDone();
    }

    /** Whether it ended without a sentiment. */
    boolean isLost() {
        return result.isDone() && !(result.join() instanceof Result.Read);
    }

    /** Waits no more. Returns whether that was the last one, and it has not begun: it never will. */
    synchronized boolean leave() {
        waiters--;
        if (waiters > 0 || stage != Stage.WAITING || result.isDone()) {
            return false;
        }
        stage = Stage.ABANDONED;
        return true;
    }

    /** Begins, unless nobody would see the end of it. */
    synchronized boolean begin(long now) {
        boolean wanted = stage == Stage.WAITING && waiters > 0 && untilNanos - now > 0;
        stage = wanted ? Stage.BEGUN : Stage.ABANDONED;
        return wanted;
    }

    void end(Result outcome) {
        if (!(outcome instanceof Result.Read)) {
            ifNotRead.run();
        }
        result.complete(outcome);
    }

    /** Has something done if this ends without a sentiment, before anybody hears of it. To be called before it can end. */
    void ifNotRead(Runnable then) {
        ifNotRead = then;
    }

    /** The sentiment or why there is none. Never fails. */
    CompletableFuture<Result> result() {
        return result;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
