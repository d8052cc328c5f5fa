package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import simmer.host.boot.Simmer;
import simmer.host.configuration.Installation;

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
        StopSignal stop = new StopSignal();
        Simmer running = Simmer.start(installation);
        try (running) {
            stop.await();
        }
        return 0;
    }
}
