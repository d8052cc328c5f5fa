package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.PluginChange;

/** Takes a plugin out of the plugins folder. */
@Command(name = "remove",
        description = "Removes a plugin that the configuration does not name.")
final class PluginsRemoveCommand implements Callable<Integer> {

    @ParentCommand
    private PluginsCommand parent;

    @Parameters(paramLabel = "NAME", description = "Its folder's name, or its jar's without .jar.")
    private String name = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("removed " + PluginChange.remove(parent.installation(), name));
        return 0;
    }
}
