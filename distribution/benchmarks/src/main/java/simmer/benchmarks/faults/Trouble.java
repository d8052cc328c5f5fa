package simmer.benchmarks.faults;

import java.io.IOException;
import java.util.Random;

/** What goes wrong, again and again, beside a Cognigy that fails. Each ends well: what is gone is back when it returns. */
enum Trouble {

    /** A Simmer is killed and started again. */
    KILL(0) {
        @Override
        void strike(Fleet fleet, Random random) throws IOException, InterruptedException {
            fleet.replace(random.nextInt(fleet.size()));
        }
    },

    /** The database ends without a word to anybody, and is back within seconds. */
    DATABASE(3_000) {
        @Override
        void strike(Fleet fleet, Random random) throws IOException, InterruptedException {
            fleet.database().stop();
            lasts(random);
            fleet.database().startAgain();
        }
    },

    /** A Simmer stands still, as on a machine that is moved, and goes on as if nothing had been. */
    FREEZE(8_000) {
        @Override
        void strike(Fleet fleet, Random random) throws IOException, InterruptedException {
            int index = random.nextInt(fleet.size());
            fleet.server(index).signal("STOP");
            lasts(random);
            fleet.server(index).signal("CONT");
        }
    },

    /** There is no room for the embedded store: no file of the process may grow. To a program that is a full disk. */
    DISK(3_000) {
        @Override
        void strike(Fleet fleet, Random random) throws IOException, InterruptedException {
            int index = random.nextInt(fleet.size());
            fleet.server(index).limitFiles(1);
            lasts(random);
            fleet.server(index).limitFiles(Long.MAX_VALUE);
        }
    };

    private final int longestMillis;

    /** @param longestMillis how long it lasts at most; half of that at least */
    Trouble(int longestMillis) {
        this.longestMillis = longestMillis;
    }

    /** Happens once. */
    abstract void strike(Fleet fleet, Random random) throws IOException, InterruptedException;

    void lasts(Random random) throws InterruptedException {
        Thread.sleep(random.nextInt(longestMillis / 2, longestMillis + 1));
    }
}
