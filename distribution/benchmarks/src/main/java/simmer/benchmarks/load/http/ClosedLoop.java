package simmer.benchmarks.load.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Webhook;

/**
 * So many customers at once, each of whom waits for an answer before the next turn. Latency is from the sending, as it is: a
 * server that stalls is asked less, so that these percentiles flatter it; what it does at a given rate says
 * {@link OpenLoop}.
 */
public final class ClosedLoop {

    private final int port;
    private final int customers;

    /**
     * @param port the server's, on 127.0.0.1
     * @param customers each with a connection and a platform thread
     */
    public ClosedLoop(int port, int customers) {
        this.port = port;
        this.customers = customers;
    }

    /**
     * Plays conversations until the time is over or none is left, which ends what is measured for all.
     *
     * @param conversations enough of them for the time
     * @param atMost how long
     * @throws IOException if the server can't be reached
     */
    public Tally play(List<Conversation> conversations, Duration atMost) throws IOException, InterruptedException {
        Tally tally = new Tally();
        Queue<Conversation> left = new ConcurrentLinkedQueue<>(conversations);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int customer = 0; customer < customers; customer++) {
                Connection connection = new Connection(port);
                connections.add(connection);
                connection.connect();
            }
            long start = System.nanoTime();
            long end = start + atMost.toNanos();
            List<Thread> threads = connections.stream()
                    .map(connection -> Thread.ofPlatform().start(() -> play(connection, left, end, tally))).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            tally.elapsed(System.nanoTime() - start);
        } finally {
            connections.forEach(Connection::close);
        }
        return tally;
    }

    private static void play(Connection connection, Queue<Conversation> left, long end, Tally tally) {
        for (Conversation conversation = left.poll(); conversation != null; conversation = left.poll()) {
            for (Webhook webhook : conversation.webhooks()) {
                long sent = System.nanoTime();
                if (sent - end >= 0) {
                    return;
                }
                Outcome outcome = connection.exchange(webhook.request());
                tally.record(outcome, System.nanoTime() - sent);
            }
        }
        // One customer fewer would be another load: the others stop too.
        left.clear();
    }
}
