package simmer.benchmarks.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import simmer.host.store.Message;
import simmer.host.store.Sessions;
import simmer.host.store.Sessions.Saved;
import simmer.host.store.jdbc.JdbcStore;
import simmer.host.store.jdbc.PostgresServer;

/**
 * How long a webhook waits for its store: one {@code find} and one {@code save} of a state of 2 kB, every tenth with a
 * message. Callers are virtual threads that call without pause, each on sessions of its own.
 */
public final class StoreCost {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int POOL = 10;
    private static final int SESSIONS = 100;
    private static final int TURNS_A_MESSAGE = 10;
    private static final String STATE = "{\"scores\":[" + "0.1234,".repeat(285) + "0]}";

    private final Sessions sessions;

    private StoreCost(Sessions sessions) {
        this.sessions = sessions;
    }

    /** @param arguments {@code embedded FOLDER}, or {@code postgres URL USER PASSWORD} */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (JdbcStore store = open(arguments)) {
            StoreCost cost = new StoreCost(store.sessions());
            cost.run(8, WARM_UP);
            System.out.println("callers  webhooks/s   p50 ms   p99 ms  worst ms");
            for (int callers : new int[]{1, 8, 32}) {
                List<Long> nanos = cost.run(callers, MEASURED);
                Collections.sort(nanos);
                System.out.printf(Locale.ROOT, "%7d  %10.0f  %7.2f  %7.2f  %8.1f%n", callers,
                        nanos.size() / (double) MEASURED.toSeconds(), millis(nanos, 0.5), millis(nanos, 0.99),
                        millis(nanos, 1));
            }
        }
    }

    private static JdbcStore open(String[] arguments) {
        return arguments[0].equals("embedded")
                ? JdbcStore.embedded(Path.of(arguments[1]), TIMEOUT, (_, _, _) -> {
                })
                : JdbcStore.postgres(
                        new PostgresServer(arguments[1], arguments[2], arguments[3], POOL, TIMEOUT, Duration.ZERO),
                        (_, _, _) -> {
                        });
    }

    private List<Long> run(int callers, Duration span) throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + span.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> call(until)));
            }
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
        }
        return all;
    }

    private List<Long> call(long until) {
        String prefix = UUID.randomUUID().toString();
        List<Long> nanos = new ArrayList<>();
        for (int turn = 0; System.nanoTime() - until < 0; turn++) {
            String session = prefix + turn % SESSIONS;
            Optional<Message> message = turn % TURNS_A_MESSAGE == 0
                    ? Optional.of(new Message(UUID.randomUUID().toString(), 1, "{\"level\":\"supervisor\"}"))
                    : Optional.empty();
            long begun = System.nanoTime();
            long version = sessions.find(session).map(Saved::version).orElse(Sessions.NEVER_SAVED);
            sessions.save(session, version, STATE, message, Instant.now());
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size()))) / 1e6;
    }
}
