package simmer.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import simmer.benchmarks.load.bare.BareLoop;
import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Webhook;
import simmer.benchmarks.load.http.OpenLoop;
import simmer.benchmarks.load.http.Tally;
import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.result.Pace;

/**
 * One pass over all that is measured. Each window is measured when a row first asks for it and kept for the other rows of
 * the round, so that a row that runs alone measures no more than it needs. One thread.
 */
final class Round {

    private static final int TEXTS = 4000;
    private static final List<Integer> BATCHES = List.of(4, 8);
    /** More than there is time for. */
    private static final int REPETITIONS = 50_000;
    private static final double HALF = 0.5;

    private final Bench bench;
    private final Map<String, Pace> known = new HashMap<>();

    Round(Bench bench) {
        this.bench = bench;
    }

    @FunctionalInterface
    private interface Window {
        Pace measure() throws IOException, InterruptedException;
    }

    private Pace window(String name, Window window) throws IOException, InterruptedException {
        Pace before = known.get(name);
        if (before != null) {
            return before;
        }
        Pace measured = window.measure();
        known.put(name, measured);
        bench.findings().add(name, measured);
        return measured;
    }

    /** (a): all cores, one utterance at a time, tokenized beforehand. */
    Pace bare(Speech speech) throws IOException, InterruptedException {
        return window("bare loop (a), " + speech.title(), () -> bench.bare(Bench.CORES).tokens(texts(speech)));
    }

    /** (a) with tokenizing. */
    Pace bareTexts(Speech speech) throws IOException, InterruptedException {
        return window("bare loop (a) that tokenizes, " + speech.title(),
                () -> bench.bare(Bench.CORES).texts(texts(speech)));
    }

    /** (a) with the best batch. */
    Pace bareBatch(Speech speech) throws IOException, InterruptedException {
        Pace best = bare(speech);
        for (int rows : BATCHES) {
            Pace batch = window("bare loop (a), sorted batches of " + rows + ", " + speech.title(),
                    () -> bench.bare(Bench.CORES).batches(texts(speech), rows));
            best = batch.rate() > best.rate() ? batch : best;
        }
        return best;
    }

    /** One thread, nothing else going on. */
    Pace inference() throws IOException, InterruptedException {
        return window("one bare inference at a time, unique", () -> bench.bare(1).tokens(texts(Speech.UNIQUE)));
    }

    /** (b) */
    Pace histories() throws IOException, InterruptedException {
        return window("tutorial's pattern in Java (b), unique",
                () -> bench.bare(Bench.CORES).histories(bench.conversations(Speech.UNIQUE, TEXTS)));
    }

    private List<String> texts(Speech speech) {
        return BareLoop.newest(bench.conversations(speech, TEXTS));
    }

    /** So many customers at once, each waiting for answers. */
    Pace closed(Party party, Speech speech, int customers) throws IOException, InterruptedException {
        return window("%s, %d at once, %s".formatted(party.title(), customers, speech.title()),
                () -> bench.load(party, speech, customers));
    }

    /** One customer who, after a conversation, repeats its last webhook over and over; {@code turns} with that one. */
    Pace seen(int turns) throws IOException, InterruptedException {
        return window("Simmer, one at a time, seen before, turns of history: " + (turns - 1), () -> {
            Server simmer = bench.server(Party.SIMMER);
            Conversation grown = bench.conversation(turns);
            bench.play(simmer, 1, List.of(grown), Duration.ofMinutes(1));
            return bench.play(simmer, 1, List.of(grown.lastRepeated(REPETITIONS)), bench.options().window());
        });
    }

    /** A steady stream of half of what it can do, counted from when a webhook was due. */
    Pace half() throws IOException, InterruptedException {
        double rate = HALF * closed(Party.SIMMER, Speech.UNIQUE, 32).rate();
        return window("Simmer, half of its capacity, open loop, unique", () -> open(rate));
    }

    private Pace open(double rate) throws IOException, InterruptedException {
        Server simmer = bench.server(Party.SIMMER);
        Duration interval = Duration.ofNanos(Math.round(1e9 / rate));
        int count = Math.toIntExact(bench.options().window().dividedBy(interval));
        List<Webhook> webhooks = interleaved(bench.conversations(Speech.UNIQUE, count), count);
        double cpuBefore = simmer.cpuSeconds();
        List<Tally> tallies = OpenLoop.modest(simmer.port()).play(webhooks, interval, 1);
        return Bench.pace(tallies.getFirst(), simmer.cpuSeconds() - cpuBefore);
    }

    /** All first turns, then all second ones: an answer is long there when a customer speaks again. */
    private static List<Webhook> interleaved(List<Conversation> conversations, int count) {
        List<Webhook> webhooks = new ArrayList<>();
        for (int turn = 0; webhooks.size() < count; turn++) {
            int current = turn;
            conversations.stream().filter(conversation -> conversation.webhooks().size() > current)
                    .forEach(conversation -> webhooks.add(conversation.webhooks().get(current)));
        }
        return List.copyOf(webhooks.subList(0, count));
    }
}
