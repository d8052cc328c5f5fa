package simmer.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OrtException;
import com.sun.management.OperatingSystemMXBean;

import simmer.benchmarks.load.bare.BareLoop;
import simmer.benchmarks.load.bare.BareModel;
import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Corpus;
import simmer.benchmarks.load.corpus.RecordedCorpus;
import simmer.benchmarks.load.corpus.SyntheticCorpus;
import simmer.benchmarks.load.http.ClosedLoop;
import simmer.benchmarks.load.http.Outcome;
import simmer.benchmarks.load.http.StandIn;
import simmer.benchmarks.load.http.Tally;
import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.process.Servers;
import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.Pace;

/** What all measurements share. A server starts when it is first asked for, is warmed, and stays. One thread. */
final class Bench implements AutoCloseable {

    static final int CORES = Runtime.getRuntime().availableProcessors();

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final int TURNS = 10;
    /** More webhooks a second than any server here answers. */
    private static final int MOST_A_SECOND = 4000;
    private static final int MOST_OF_TUTORIAL_A_SECOND = 200;
    private static final int WARMING_CUSTOMERS = 8;

    private final LoadOptions options;
    private final Findings findings;
    private final StandIn cognigy;
    private final Servers servers;
    private final BareModel model;
    private final Map<Speech, Corpus> corpora = new EnumMap<>(Speech.class);
    private final Map<Integer, Corpus> byTurns = new HashMap<>();
    private final Map<Party, Server> running = new EnumMap<>(Party.class);

    Bench(LoadOptions options, Findings findings) throws IOException, OrtException {
        this.options = options;
        this.findings = findings;
        corpora.put(Speech.RECORDED, RecordedCorpus.of(options.data()));
        corpora.put(Speech.UNIQUE, new SyntheticCorpus("unique", TURNS));
        corpora.put(Speech.SINGLE, new SyntheticCorpus("single", 1));
        cognigy = StandIn.start();
        servers = new Servers(options.image(), options.rivals(), options.weights(), cognigy.baseUrl());
        model = new BareModel(servers.model());
    }

    LoadOptions options() {
        return options;
    }

    Findings findings() {
        return findings;
    }

    /** Conversations that no server has heard yet. */
    List<Conversation> conversations(Speech speech, int webhooks) {
        return corpus(speech).webhooks(webhooks);
    }

    private Corpus corpus(Speech speech) {
        Corpus corpus = corpora.get(speech);
        if (corpus == null) {
            throw new IllegalStateException("no corpus for " + speech);
        }
        return corpus;
    }

    /** One of so many turns that no server has heard yet. */
    Conversation conversation(int turns) {
        return byTurns.computeIfAbsent(turns, count -> new SyntheticCorpus("turns-" + count, count)).next();
    }

    BareLoop bare(int threads) {
        return new BareLoop(model, threads, options.window());
    }

    /** The servers that have been asked for so far. */
    Set<Party> running() {
        return Set.copyOf(running.keySet());
    }

    Server server(Party party) throws IOException, InterruptedException {
        Server known = running.get(party);
        if (known == null) {
            known = start(party);
            running.put(party, known);
            findings.note(party.title() + " is ready after", "%.2f s".formatted(known.readySeconds()));
        }
        return known;
    }

    private Server start(Party party) throws IOException, InterruptedException {
        Server server = switch (party) {
            case SIMMER -> servers.simmer();
            case TUTORIAL -> servers.tutorial();
            case RIVAL -> BestRival.of(servers, this);
        };
        if (party == Party.SIMMER) {
            for (Speech speech : Speech.values()) {
                load(server, party, speech, WARMING_CUSTOMERS, options.warmUp().dividedBy(Speech.values().length));
            }
        }
        return server;
    }

    /** A closed loop on a server for one window. */
    Pace load(Party party, Speech speech, int customers) throws IOException, InterruptedException {
        return load(server(party), party, speech, customers, options.window());
    }

    /** @throws IOException if any webhook had no good answer: then the figures mean nothing */
    Pace load(Server server, Party party, Speech speech, int customers, Duration time)
            throws IOException, InterruptedException {
        int most = party == Party.TUTORIAL ? MOST_OF_TUTORIAL_A_SECOND : MOST_A_SECOND;
        List<Conversation> conversations = conversations(speech, (int) (most * time.toMillis() / 1000) + customers);
        long callsBefore = cognigy.calls();
        Pace pace = play(server, customers, conversations, time);
        findings.note(party.title() + " calls Cognigy, " + speech.title(), "%.2f times a webhook".formatted(
                (cognigy.calls() - callsBefore) / (pace.rate() * time.toNanos() / NANOS_A_SECOND)));
        return pace;
    }

    Pace play(Server server, int customers, List<Conversation> conversations, Duration time)
            throws IOException, InterruptedException {
        double cpuBefore = server.cpuSeconds();
        long ownBefore = SYSTEM.getProcessCpuTime();
        Tally tally = new ClosedLoop(server.port(), customers).play(conversations, time);
        findings.note("Load generator and stand-in", "%.2f ms of CPU time a webhook".formatted(
                (SYSTEM.getProcessCpuTime() - ownBefore) / NANOS_A_MILLI / tally.count()));
        return pace(tally, server.cpuSeconds() - cpuBefore);
    }

    static Pace pace(Tally tally, double cpuSeconds) throws IOException {
        if (tally.count(Outcome.GOOD) < tally.count()) {
            throw new IOException("of %d webhooks %d were answered without a score and %d failed".formatted(
                    tally.count(), tally.count(Outcome.DEGRADED), tally.count(Outcome.FAILED)));
        }
        return new Pace(tally.rate(), cpuSeconds * 1000 / tally.count(), tally.millis(Outcome.GOOD, 50),
                tally.millis(Outcome.GOOD, 99));
    }

    @Override
    public void close() throws IOException, OrtException {
        for (Server server : running.values()) {
            server.close();
        }
        cognigy.close();
        model.close();
    }
}
