package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.Trial;

/** Tries the configuration without opening a port or calling anyone. */
@Command(name = "check",
        description = "Reads the configuration, loads the plugins, scores a line, and ends.")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private SimmerCommand simmer;

    @Parameters(arity = "0..1", paramLabel = "LINE",
            defaultValue = "I have been waiting for an hour, this is a disgrace",
            description = "What to score (default: ${DEFAULT-VALUE}).")
    private String line = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Trial.of(simmer.installation(), line).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
