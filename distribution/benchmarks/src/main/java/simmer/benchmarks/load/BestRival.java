package simmer.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.process.Servers;
import simmer.benchmarks.load.result.Series;

/** Finds out which processes and threads suit the rival best on this machine, so that it is compared at its best. */
final class BestRival {

    private static final int CUSTOMERS = 8;
    /** Connections fall on workers as it happens, so one window may be lucky. */
    private static final int WINDOWS = 3;

    private final Servers servers;
    private final Bench bench;

    /** @param threads of each worker, beside its event loop */
    private record Setting(int workers, int threads) {

        static Setting of(String workersByThreads) {
            String[] numbers = workersByThreads.split("x", 2);
            return new Setting(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }
    }

    private record Trial(Setting setting, Server server, double rate) {
    }

    private BestRival(Servers servers, Bench bench) {
        this.servers = servers;
        this.bench = bench;
    }

    static Server of(Servers servers, Bench bench) throws IOException, InterruptedException {
        return new BestRival(servers, bench).find();
    }

    private Server find() throws IOException, InterruptedException {
        @Nullable
        Trial best = null;
        StringBuilder words = new StringBuilder();
        List<Setting> settings = bench.options().rival().map(Setting::of).map(List::of).orElseGet(() -> List.of(
                new Setting(1, 0), new Setting(1, Bench.CORES), new Setting(Bench.CORES, 0), new Setting(Bench.CORES, 1)));
        for (Setting setting : settings) {
            Trial trial = tried(setting);
            words.append("%d × %d: %.0f/s; ".formatted(setting.workers(), setting.threads(), trial.rate()));
            if (best == null || trial.rate() > best.rate()) {
                close(best);
                best = trial;
            } else {
                close(trial);
            }
        }
        if (best == null) {
            throw new IllegalStateException("no setting was tried");
        }
        bench.findings().note("Rival's workers × threads tried", words + "taken: %d × %d".formatted(
                best.setting().workers(), best.setting().threads()));
        return best.server();
    }

    private Trial tried(Setting setting) throws IOException, InterruptedException {
        Server server = servers.rival(setting.workers(), setting.threads());
        // Once to warm it and, with several workers, to be sure that all of them have loaded the model.
        bench.load(server, Party.RIVAL, Speech.UNIQUE, CUSTOMERS, bench.options().window());
        List<Double> rates = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            rates.add(bench.load(server, Party.RIVAL, Speech.UNIQUE, CUSTOMERS, bench.options().window()).rate());
        }
        return new Trial(setting, server, new Series(rates).median());
    }

    private static void close(@Nullable Trial trial) throws IOException {
        if (trial != null) {
            trial.server().close();
        }
    }
}
