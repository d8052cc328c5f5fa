package simmer.benchmarks.load;

import java.io.IOException;
import java.util.Locale;

import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.result.Goal;
import simmer.benchmarks.load.result.Pace;
import simmer.benchmarks.load.result.Row;

/** What a webhook allocates, and what the servers hold after all that went before. */
final class MemoryUse {

    static final String ALLOCATED = "allocated";
    static final String HELD = "memory";

    private static final double KIB = 1024;
    private static final double MIB = KIB * KIB;

    private final Bench bench;

    MemoryUse(Bench bench) {
        this.bench = bench;
    }

    /** On the heap, by the counters of Simmer's threads; a thread that ends meanwhile is not counted. */
    void allocated() throws IOException, InterruptedException {
        Server simmer = bench.server(Party.SIMMER);
        long before = simmer.jvm().allocatedBytes();
        Pace pace = bench.load(Party.SIMMER, Speech.UNIQUE, 8);
        long allocated = simmer.jvm().allocatedBytes() - before;
        double webhooks = pace.rate() * bench.options().window().toNanos() / 1e9;
        information(ALLOCATED, "KiB allocated on the heap for each webhook, unique", allocated / webhooks / KIB);
    }

    /** Of all servers that run now. */
    void held() throws IOException, InterruptedException {
        for (Party party : bench.running()) {
            information(HELD + "." + party.name().toLowerCase(Locale.ROOT), party.title() + ": resident memory, MiB",
                    bench.server(party).residentBytes() / MIB);
        }
        information(HELD + ".live-heap", "Simmer: live heap, MiB",
                bench.server(Party.SIMMER).jvm().liveHeapBytes() / MIB);
    }

    private void information(String key, String title, double value) {
        bench.findings().add(new Row(key, title, new Goal.None()), value);
    }
}
