package simmer.model.oip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import simmer.http.parts.Deadline;
import simmer.model.oip.CallException.Blame;
import simmer.spi.ModelException;
import simmer.spi.OptionException;

/**
 * Servers of the same model: those that are well take turns, and a batch that one fails at goes to another. One thread for
 * each looks after it. For use by any number of threads.
 */
final class Servers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Servers.class.getName());
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

    private final List<Server> servers;
    private final Duration within;
    private final int retries;
    private final Duration watchEvery;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> watches = new ArrayList<>();

    Servers(List<Server> servers, OipModelConfig config) {
        this.servers = List.copyOf(servers);
        this.within = config.timeout();
        this.retries = config.retries();
        this.watchEvery = config.probeEvery();
    }

    /**
     * Looks at each server until one is well or the time is up, and looks after them all from then on.
     *
     * @throws OptionException if a server's model is another than the configured one
     */
    void start(Duration wait) {
        Deadline deadline = Deadline.in(wait);
        examine();
        while (outage().isPresent() && !deadline.isOver()) {
            pause(min(BETWEEN_ROUNDS, deadline.left()));
            examine();
        }
        servers.forEach(server -> server.outage().ifPresent(why -> LOG.log(System.Logger.Level.WARNING,
                "{0}: it is tried again every {1}", why, watchEvery)));
        servers.forEach(server -> watches.add(Thread.ofVirtual().name("oip-watch").start(() -> watch(server))));
    }

    private void examine() {
        for (Server server : servers) {
            if (!server.isUp() && server.examine() instanceof Finding.Unfit(String why)) {
                throw new OptionException("urls", "lists " + server + ", which " + why);
            }
        }
    }

    private void watch(Server server) {
        while (!Thread.currentThread().isInterrupted()) {
            pause(watchEvery);
            if (!Thread.currentThread().isInterrupted()) {
                look(server);
            }
        }
    }

    /** Whatever goes wrong, the watch goes on: without it a server that is left alone would stay so until a restart. */
    private void look(Server server) {
        try {
            server.watch(watchEvery);
        } catch (RuntimeException e) {
            // Only its kind: its words may quote what the server sent.
            LOG.log(System.Logger.Level.ERROR,
                    "the model server {0} could not be looked at by a fault of our own ({1}): it is"
                            + " tried again in {2}; report it",
                    server, e.getClass().getName(), watchEvery);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why no server can read, a sentence; empty if one can. */
    Optional<String> outage() {
        return servers.stream().anyMatch(Server::isUp)
                ? Optional.empty()
                : Optional
                        .of(servers.stream().flatMap(server -> server.outage().stream()).collect(Collectors.joining("; ")));
    }

    /**
     * Has rows read by a server that is well, and by another if that one fails.
     *
     * @return as many logits as there are labels, for each row
     * @throws ModelException if none could
     */
    List<float[]> infer(Rows rows) {
        Deadline deadline = Deadline.in(within);
        List<Server> tried = new ArrayList<>();
        Optional<CallException> last = Optional.empty();
        for (int left = retries; left >= 0; left--) {
            Optional<Server> next = next(tried, last);
            if (next.isEmpty() || deadline.isOver()) {
                break;
            }
            try {
                return next.get().infer(rows, left > 0 && isMore(next.get(), tried) ? deadline.half() : deadline);
            } catch (CallException e) {
                tried.add(next.get());
                last = Optional.of(e);
                if (e.blame() == Blame.REQUEST) {
                    break;
                }
            }
        }
        throw new ModelException(last.map(e -> "the model server " + tried.getLast() + " " + e.sentence())
                .orElseGet(() -> outage().orElse("no model server was well")));
    }

    /** Another server in turn; or the same one again if only its connection broke, as an idle one may. */
    private Optional<Server> next(List<Server> tried, Optional<CallException> last) {
        int first = Math.floorMod(turn.getAndIncrement(), servers.size());
        return IntStream.range(0, servers.size()).mapToObj(i -> servers.get((first + i) % servers.size()))
                .filter(server -> server.isUp() && !tried.contains(server)).findFirst()
                .or(() -> last.filter(e -> e.blame() == Blame.CONNECTION).map(_ -> tried.getLast()).filter(Server::isUp));
    }

    private boolean isMore(Server chosen, List<Server> tried) {
        return servers.stream().anyMatch(server -> server != chosen && server.isUp() && !tried.contains(server));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        watches.forEach(Thread::interrupt);
    }
}
