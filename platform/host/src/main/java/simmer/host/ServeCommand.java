package simmer.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.helidon.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import simmer.host.boot.Installation;
import simmer.host.boot.Simmer;

/** Answers webhooks until it is told to stop. */
@Command(name = "serve",
        description = "Answers webhooks (the default).")
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private SimmerCommand simmer;

    @Override
    public Integer call() throws InterruptedException {
        return serve(simmer.installation());
    }

    static int serve(Installation installation) throws InterruptedException {
        Simmer running = Simmer.start(installation);
        // In Helidon's hook, for it keeps the log open until all has stopped.
        Main.addShutdownHandler(() -> {
            try {
                running.close();
            } finally {
                // A stop that was asked for is no failure, and the JVM would say 143.
                Runtime.getRuntime().halt(0);
            }
        });
        new CountDownLatch(1).await();
        return 0;
    }
}
