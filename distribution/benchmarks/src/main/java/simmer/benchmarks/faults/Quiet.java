package simmer.benchmarks.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Waits until Simmer has nothing left to send. */
final class Quiet {

    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than Simmer takes to count its outbox anew. */
    private static final Duration STILL = Duration.ofSeconds(7);
    private static final Pattern MESSAGES = Pattern.compile("(?m)^simmer_outbox_messages\\{.*} (\\S+)$");

    private Quiet() {
    }

    /** Whether it came to rest in time: nothing waits, is held or was given up, and no call came for a while. */
    static boolean await(URI metrics, UnrulyCognigy cognigy, Duration atMost) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long until = begun + atMost.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() - until < 0) {
                String counted = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
                double left = MESSAGES.matcher(counted).results().mapToDouble(result -> Double.parseDouble(result.group(1)))
                        .sum();
                // What was counted before may be of a time when the store could not be asked.
                long stillSince = Math.max(begun, cognigy.lastCallNanos());
                if (left == 0 && System.nanoTime() - stillSince > STILL.toNanos()) {
                    return true;
                }
                Thread.sleep(POLL);
            }
        }
        return false;
    }
}
