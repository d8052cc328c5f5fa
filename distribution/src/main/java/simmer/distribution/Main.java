package simmer.distribution;

import picocli.CommandLine;

import simmer.distribution.demo.DemoCommand;
import simmer.host.SimmerCommand;

/** Where {@code bin/simmer} begins. */
public final class Main {

    private Main() {
    }

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        CommandLine line = SimmerCommand.line();
        line.addSubcommand(new DemoCommand());
        System.exit(line.execute(args));
    }
}
