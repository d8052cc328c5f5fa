package simmer.host;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import simmer.host.boot.PluginList;

/** Shows what lies in the plugins folder. */
@Command(name = "plugins", mixinStandardHelpOptions = true,
        description = "Shows the plugins that are there, their versions and options.")
final class PluginsCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PluginList list = PluginList.of(options.installation());
        list.lines().forEach(spec.commandLine().getOut()::println);
        list.problems().forEach(spec.commandLine().getErr()::println);
        return list.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }
}
