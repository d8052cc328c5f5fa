package simmer.host;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.PluginChange;

/** Puts a plugin into the plugins folder once a check has passed with it. */
@Command(name = "add",
        description = "Adds a plugin, once a check has passed with it; nothing uses it until the configuration names it.")
final class PluginsAddCommand implements Callable<Integer> {

    @ParentCommand
    private PluginsCommand parent;

    @Parameters(paramLabel = "FILE", description = "A self-contained jar, or a folder of jars.")
    private Path file = Path.of("given on the command line");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PluginChange.add(parent.installation(), file).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
