package simmer.host;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.Trial;

/** Tries the configuration without opening a port, and without calling anyone unless told to. */
@Command(name = "check",
        description = "Reads the configuration, loads the plugins, scores a line, and ends.")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private SimmerCommand simmer;

    @Parameters(arity = "0..1", paramLabel = "LINE",
            defaultValue = "I have been waiting for an hour, this is a disgrace",
            description = "What to score (default: ${DEFAULT-VALUE}).")
    private String line = "";

    @Option(names = "--live",
            description = "Calls the other side too, changing nothing there, and says what it finds. Exit code 1 if something"
                    + " is wrong.")
    private boolean live;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!live) {
            Trial.of(simmer.installation(), line).forEach(out::println);
            return ExitCode.OK;
        }
        Trial.Report report = Trial.live(simmer.installation(), line);
        report.sentences().forEach(out::println);
        return report.isWell() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
