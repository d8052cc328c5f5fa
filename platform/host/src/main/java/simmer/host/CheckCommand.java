package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import simmer.host.boot.Trial;

/** Tries the configuration without opening a port or calling anyone. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Reads the configuration, loads the plugins, scores a line, and ends.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Parameters(arity = "0..1", paramLabel = "LINE",
            defaultValue = "I have been waiting for an hour, this is a disgrace",
            description = "What to score (default: ${DEFAULT-VALUE}).")
    private String line = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Trial.of(options.installation(), line).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
