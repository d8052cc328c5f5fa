package simmer.distribution.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import simmer.host.SimmerCommand;
import simmer.host.StopSignal;
import simmer.host.boot.PortException;
import simmer.host.boot.Simmer;
import simmer.host.configuration.Installation;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.RecordedRequest;

/** Plays two conversations against a stand-in for Cognigy, then stays up for the reader's own. */
@Command(name = "demo",
        description = "Plays a conversation that heats up and one that stays calm; needs no account.")
public final class DemoCommand implements Callable<Integer> {

    private static final String API_KEY = "the-demo-key-of-the-stand-in";
    /** Held here, for the logging framework forgets the levels of loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("simmer");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @ParentCommand
    private SimmerCommand simmer;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "Ends after the conversations.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
            description = "The webhook's port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    /** For picocli. */
    public DemoCommand() {
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // What a start says would stand in the picture; what goes wrong is drawn.
        LOG.setLevel(Level.SEVERE);
        Screen screen = new Screen(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                isTerminal());
        StopSignal stop = new StopSignal();
        try (ShortLivedFolder data = ShortLivedFolder.make();
                CognigyStandIn cognigy = CognigyStandIn.start(API_KEY);
                Simmer running = start(cognigy, data, screen);
                Customer customer = new Customer(webhook(running))) {
            boolean delivered = true;
            for (Script script : Script.ALL) {
                delivered &= play(script, customer, cognigy, screen);
            }
            farewell(running, screen);
            if (!once) {
                stop.await();
            }
            return delivered ? 0 : 1;
        } catch (RefusedException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Simmer start(CognigyStandIn cognigy, ShortLivedFolder data, Screen screen) {
        try {
            return Simmer.start(installation(cognigy, data, port));
        } catch (PortException e) {
            screen.say("Port " + port + " or " + (port + 1) + " is taken, so the demo takes others.");
            return Simmer.start(installation(cognigy, data, 0));
        }
    }

    /** The shipped configuration, with the stand-in in place of Cognigy and nothing of the caller's environment and data. */
    private Installation installation(CognigyStandIn cognigy, ShortLivedFolder data, int webhookPort) {
        Installation own = simmer.installation();
        return new Installation(own.home(), own.configuration(), data.path(), own.plugins(), Optional.empty(),
                Map.of("COGNIGY_BASE_URL", cognigy.baseUrl(), "COGNIGY_API_KEY", API_KEY, "SERVER_PORT",
                        Integer.toString(webhookPort), "SERVER_SOCKETS_ADMIN_PORT",
                        Integer.toString(webhookPort == 0 ? 0 : webhookPort + 1)));
    }

    private static boolean play(Script script, Customer customer, CognigyStandIn cognigy, Screen screen)
            throws IOException, InterruptedException {
        screen.title(script);
        boolean delivered = true;
        for (int i = 0; i < script.utterances().size(); i++) {
            String utterance = script.utterances().get(i);
            int before = cognigy.requests().size();
            Answer answer = customer.say(script.session(), script.utterances().subList(0, i), utterance);
            screen.turn(utterance, answer);
            if (answer.isDelivered()) {
                List<RecordedRequest> requests = cognigy.awaitRequests(before + 1, LIMIT);
                screen.moved(requests.getLast());
            } else if (answer.isFailed()) {
                screen.failed(answer);
                delivered = false;
            }
        }
        return delivered;
    }

    private void farewell(Simmer running, Screen screen) {
        screen.say("");
        screen.say("Say something yourself:");
        screen.say("");
        screen.say("  curl -s " + webhook(running) + " -H 'Content-Type: application/json' \\");
        screen.say("    -d '" + Customer.payload("me", List.of("where is my parcel"), "I want my money back now")
                .replace("'", "'\\''") + "'");
        screen.say("");
        screen.say("Health: http://127.0.0.1:" + running.administrationPort() + "/observe/health/ready   Metrics:"
                + " http://127.0.0.1:" + running.administrationPort() + "/observe/metrics");
        screen.say("");
        screen.say("For a real tenant: COGNIGY_DOMAIN=your-tenant.cognigy.ai COGNIGY_API_KEY=… bin/simmer serve");
        if (!once) {
            screen.say("");
            screen.say("Ctrl-C ends this.");
        }
    }

    private static URI webhook(Simmer running) {
        return URI.create("http://127.0.0.1:" + running.port() + "/webhook/sentiment-escalation");
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && System.getenv("NO_COLOR") == null;
    }
}
