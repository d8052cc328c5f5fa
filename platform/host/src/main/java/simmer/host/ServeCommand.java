package simmer.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import simmer.host.boot.Installation;
import simmer.host.boot.Simmer;

/** Answers webhooks until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Answers webhooks (the default).")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Override
    public Integer call() throws InterruptedException {
        return serve(options.installation());
    }

    static int serve(Installation installation) throws InterruptedException {
        Simmer simmer = Simmer.start(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simmer.close();
            // A stop that was asked for is no failure, and the JVM would say 143.
            Runtime.getRuntime().halt(0);
        }, "stop"));
        new CountDownLatch(1).await();
        return 0;
    }
}
