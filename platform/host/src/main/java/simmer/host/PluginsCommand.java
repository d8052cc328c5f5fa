package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.PluginList;
import simmer.host.configuration.Installation;

/** Shows what lies in the plugins folder. */
@Command(name = "plugins",
        description = "Shows the plugins that are there: versions, digests and options.",
        subcommands = {PluginsAddCommand.class, PluginsRemoveCommand.class})
final class PluginsCommand implements Callable<Integer> {

    @ParentCommand
    private SimmerCommand simmer;

    @Spec
    private CommandSpec spec;

    Installation installation() {
        return simmer.installation();
    }

    @Override
    public Integer call() {
        PluginList list = PluginList.of(installation());
        list.lines().forEach(spec.commandLine().getOut()::println);
        list.problems().forEach(spec.commandLine().getErr()::println);
        return list.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }
}
