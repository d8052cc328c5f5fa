package simmer.host.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import simmer.host.store.StoreException;
import simmer.host.waiting.Deadlines;

/** Work that someone waits for while a thread of the store does it. */
final class Job<T> {

    private final Work<T> work;
    private final Durability durability;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    private enum Stage {
        WAITING, BEGUN, ABANDONED
    }

    Job(Work<T> work, Durability durability) {
        this.work = work;
        this.durability = durability;
    }

    Durability durability() {
        return durability;
    }

    /** Whether the work is to be done; false if its caller has given up. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.BEGUN);
    }

    /** Does the work; the caller hears of it when the returned part is run, after the commit. */
    Runnable run(Sql sql) throws SQLException {
        T value = work.in(sql);
        return () -> answer.complete(value);
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits for the answer. Of work that nobody began in time, nothing will be done. */
    T await(Deadlines deadlines, Duration within, String store) {
        try {
            return deadlines.await(answer, System.nanoTime() + within.toNanos());
        } catch (TimeoutException e) {
            throw stage.compareAndSet(Stage.WAITING, Stage.ABANDONED)
                    ? new StoreException(store + " was busy for " + within + ", so nothing was done", e)
                    : new StoreException(store + " did not answer within " + within
                            + ", so nobody can tell whether it was done: look at its disk", e);
        } catch (InterruptedException e) {
            stage.compareAndSet(Stage.WAITING, Stage.ABANDONED);
            Thread.currentThread().interrupt();
            throw new StoreException(store + " was not waited for: the caller is stopping", e);
        } catch (ExecutionException e) {
            throw Failures.rethrown(e.getCause());
        }
    }
}
