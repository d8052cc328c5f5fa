package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import simmer.host.boot.Simmer;
import simmer.host.configuration.Installation;
import simmer.host.fixture.Home;

/** {@code simmer outbox}, beside a Simmer that serves and without one. */
final class OutboxCommandTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private record Ended(int exitCode, String out, String err) {
    }

    private static Ended run(Installation installation, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SimmerCommand.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Stream
                .concat(Stream.of(command), Stream.of("--config", installation.configuration().toString(), "--data",
                        installation.data().toString()))
                .toArray(String[]::new);
        return new Ended(line.execute(all), out.toString(), err.toString());
    }

    private static void sayWhatCantBeDelivered(Simmer simmer) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + "/webhook/sentiment-escalation"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"session\":{\"id\":\"refused-manager\"},\"userInput\":\"0.9\"}"))
                    .build(),
                    BodyHandlers.ofString()).body()).contains("\"delivery\":\"failed\"");
        }
    }

    @Test
    void whatWasGivenUpIsListedAndSentAgain() throws Exception {
        Installation installation = new Home(folder)
                .with("  router: {scripted: {}}", "  router: {scripted: {}}\n  delivery: {max-attempts: 1, retries: 0}")
                .installation();
        String id;
        try (Simmer simmer = Simmer.start(installation)) {
            sayWhatCantBeDelivered(simmer);
            Ended listed = run(installation, "outbox");
            assertThat(listed.exitCode()).as(listed.err()).isZero();
            String[] lines = listed.out().lines().toArray(String[]::new);
            assertThat(lines[0]).isEqualTo("0 waiting; 0 held until the cause of a refusal is mended; 1 given up");
            assertThat(lines[1]).matches("\\S+  session refused-manager, since \\S+, 1 attempt: Cognigy API error 503");
            id = lines[1].split(" ", 2)[0];
        }
        assertThat(run(installation, "outbox", "resend", id)).isEqualTo(new Ended(0, id + " will be sent again\n", ""));
        assertThat(run(installation, "outbox").out()).startsWith("1 waiting, the oldest for ").contains("; 0 given up");
        assertThat(run(installation, "outbox", "resend", id)).returns(1, Ended::exitCode)
                .returns(id + " was not given up, or its session has a newer decision\n", Ended::err);
        assertThat(run(installation, "outbox", "resend", "--all").out()).isEqualTo("0 will be sent again\n");
        assertThat(run(installation, "outbox", "resend")).as("one or all").returns(2, Ended::exitCode);
    }
}
