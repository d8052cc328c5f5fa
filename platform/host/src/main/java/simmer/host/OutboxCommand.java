package simmer.host;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.boot.OutboxVisit;
import simmer.host.configuration.Installation;
import simmer.host.store.Outbox.DeadLetter;
import simmer.host.store.Outbox.Depth;

/** Shows what is kept for delivery, and each delivery that was given up. */
@Command(name = "outbox",
        description = "Shows the deliveries that are kept, and those given up; works while Simmer serves, too.",
        subcommands = OutboxResendCommand.class)
final class OutboxCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 1_000;

    @ParentCommand
    private SimmerCommand simmer;

    @Spec
    private CommandSpec spec;

    Installation installation() {
        return simmer.installation();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OutboxVisit visit = OutboxVisit.of(installation())) {
            Depth depth = visit.outbox().depth(Instant.now());
            out.println(depth.waiting() + " waiting"
                    + (depth.waiting() > 0 ? ", the oldest for " + words(depth.oldest()) : "")
                    + "; " + depth.held() + " held until the cause of a refusal is mended; " + depth.dead() + " given up");
            List<DeadLetter> letters = visit.outbox().deadLetters(MOST_SHOWN);
            letters.forEach(letter -> out.println(line(letter)));
            if (depth.dead() > letters.size()) {
                out.println("… and " + (depth.dead() - letters.size()) + " more");
            }
        }
        return 0;
    }

    private static String line(DeadLetter letter) {
        return letter.messageId() + "  session " + letter.sessionId() + ", since " + letter.since() + ", "
                + letter.attempts() + (letter.attempts() == 1 ? " attempt: " : " attempts: ") + letter.reason();
    }

    private static String words(Duration age) {
        return age.toDays() > 0
                ? age.toDays() + " d"
                : age.toHours() > 0
                        ? age.toHours() + " h"
                        : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
