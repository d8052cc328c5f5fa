package simmer.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

import simmer.host.boot.PluginChangeException;
import simmer.host.boot.PortException;
import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.Installation;

/** {@code simmer}: without a subcommand it serves. */
@Command(name = "simmer", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
        versionProvider = SimmerCommand.Version.class,
        description = "Scores how heated a Cognigy.AI conversation is and moves it to a human in time.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:failed", "2:wrong use or configuration"},
        subcommands = {ServeCommand.class, CheckCommand.class, PluginsCommand.class, OutboxCommand.class,
                HashKeyCommand.class})
public final class SimmerCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    private SimmerCommand() {
    }

    /** The command line, to which a distribution may add commands of its own. Errors of a user's are one message. */
    public static CommandLine line() {
        return new CommandLine(new SimmerCommand()).setExecutionExceptionHandler((failure, line, _) -> {
            int exitCode = switch (failure) {
                case ConfigurationException _,PluginChangeException _ -> ExitCode.USAGE;
                case PortException _ -> ExitCode.SOFTWARE;
                default -> throw failure;
            };
            line.getErr().println(failure.getMessage());
            return exitCode;
        });
    }

    /** The installation that the options, the launcher and the environment describe. */
    public Installation installation() {
        return options.installation();
    }

    @Override
    public Integer call() throws InterruptedException {
        return ServeCommand.serve(installation());
    }

    /** The product's version, as the build wrote it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            Properties properties = new Properties();
            try (InputStream in = SimmerCommand.class.getResourceAsStream("version.properties")) {
                properties.load(Objects.requireNonNull(in, "version.properties is in this jar"));
            } catch (IOException e) {
                throw new UncheckedIOException("version.properties can't be read", e);
            }
            return new String[]{"simmer " + properties.getProperty("version")};
        }
    }
}
