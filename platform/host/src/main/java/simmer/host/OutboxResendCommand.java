package simmer.host;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.OutboxVisit;
import simmer.host.store.Outbox;
import simmer.host.store.Outbox.DeadLetter;

/** Has deliveries that were given up sent again. */
@Command(name = "resend",
        description = "Has deliveries that were given up sent again: by the Simmer that serves within a second, else by the next.")
final class OutboxResendCommand implements Callable<Integer> {

    private static final int AT_ONCE = 1_000;

    @ParentCommand
    private OutboxCommand parent;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Spec
    private CommandSpec spec;

    /** One or all. */
    static final class Which {

        @Parameters(paramLabel = "ID", description = "As `simmer outbox` shows it.")
        private List<String> ids = List.of();

        @Option(names = "--all", description = "All of them.")
        private boolean all;
    }

    @Override
    public Integer call() {
        try (OutboxVisit visit = OutboxVisit.of(parent.installation())) {
            if (which.all) {
                spec.commandLine().getOut().println(resendAll(visit.outbox()) + " will be sent again");
                return ExitCode.OK;
            }
            return resend(visit.outbox());
        }
    }

    private int resend(Outbox outbox) {
        int exitCode = ExitCode.OK;
        for (String id : which.ids) {
            if (outbox.resend(id, Instant.now())) {
                spec.commandLine().getOut().println(id + " will be sent again");
            } else {
                spec.commandLine().getErr().println(id + " was not given up, or its session has a newer decision");
                exitCode = ExitCode.SOFTWARE;
            }
        }
        return exitCode;
    }

    private static int resendAll(Outbox outbox) {
        int resent = 0;
        int before;
        do {
            before = resent;
            for (DeadLetter letter : outbox.deadLetters(AT_ONCE)) {
                resent += outbox.resend(letter.messageId(), Instant.now()) ? 1 : 0;
            }
        } while (resent > before);
        return resent;
    }
}
