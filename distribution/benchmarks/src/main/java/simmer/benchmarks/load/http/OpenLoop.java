package simmer.benchmarks.load.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import simmer.benchmarks.load.corpus.Webhook;

/**
 * Webhooks at a given rate, whether or not the server keeps up. Latency is from the moment at which a webhook should have
 * been sent, so that one held up behind others has its wait counted (no coordinated omission).
 */
public final class OpenLoop {

    private final int port;
    private final int connections;
    private final Thread.Builder threads;

    private OpenLoop(int port, int connections, Thread.Builder threads) {
        this.port = port;
        this.connections = connections;
        this.threads = threads;
    }

    /** For a load that the server keeps up with: platform threads, which wake within some 60 µs. */
    public static OpenLoop modest(int port) {
        return new OpenLoop(port, 64, Thread.ofPlatform());
    }

    /** For more than the server can do: so many connections that hardly ever all are in use. */
    public static OpenLoop overload(int port) {
        return new OpenLoop(port, 1800, Thread.ofVirtual());
    }

    /**
     * Sends them, evenly spaced.
     *
     * @param interval from one to the next
     * @param parts how many windows of equal length to divide the time into; what is left over is not sent
     * @return a tally for each part, by the time at which a webhook should have been sent
     * @throws IOException if the server can't be reached
     */
    public List<Tally> play(List<Webhook> webhooks, Duration interval, int parts) throws IOException, InterruptedException {
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                Connection connection = new Connection(port);
                open.add(connection);
                connection.connect();
            }
            Schedule schedule = new Schedule(webhooks, interval, parts);
            List<Thread> senders = open.stream().map(connection -> threads.start(() -> schedule.send(connection))).toList();
            for (Thread sender : senders) {
                sender.join();
            }
            return schedule.tallies;
        } finally {
            open.forEach(Connection::close);
        }
    }

    /** Which webhook is due when; each connection that is free takes the next. */
    private static final class Schedule {

        private final List<Webhook> webhooks;
        private final long intervalNanos;
        private final int each;
        private final List<Tally> tallies;
        private final AtomicInteger next = new AtomicInteger();
        private final long start = System.nanoTime();

        Schedule(List<Webhook> webhooks, Duration interval, int parts) {
            this.webhooks = webhooks;
            intervalNanos = interval.toNanos();
            each = webhooks.size() / parts;
            tallies = Stream.generate(Tally::new).limit(parts).toList();
            tallies.forEach(tally -> tally.elapsed(each * intervalNanos));
        }

        void send(Connection connection) {
            int count = each * tallies.size();
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + i * intervalNanos;
                awaitNanoTime(due);
                Outcome outcome = connection.exchange(webhooks.get(i).request());
                tallies.get(i / each).record(outcome, System.nanoTime() - due);
            }
        }
    }

    private static void awaitNanoTime(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
