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
        boolean serves = args.length > 0 && args[0].equals("serve");
        CommandLine line = serves ? SimmerCommand.server() : SimmerCommand.line().addSubcommand(new DemoCommand());
        System.exit(line.execute(args));
    }
}
