package simmer.host.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where key sets are read from: a file, or an issuer's {@code jwks_uri}. */
public final class KeySets {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 1 << 20;
    private static final int OK = 200;

    private KeySets() {
    }

    /** A file. */
    public static TokenKeys.Source file(Path file) {
        return () -> {
            try (InputStream in = Files.newInputStream(file)) {
                return bounded(in);
            }
        };
    }

    /** A place on the web, called with GET, within {@code PT2S}. */
    public static TokenKeys.Source web(URI uri) {
        return () -> {
            HttpClient client = HttpClient.newHttpClient();
            try {
                // The request's own timeout would end with the headers.
                HttpResponse<String> response = client.sendAsync(HttpRequest.newBuilder(uri).build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES))
                        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                if (response.statusCode() != OK) {
                    throw new IOException(uri + " answered " + response.statusCode());
                }
                return response.body();
            } catch (TimeoutException e) {
                throw new IOException(uri + " did not answer within " + TIMEOUT, e);
            } catch (ExecutionException e) {
                throw new IOException(uri + " can't be read: " + e.getCause(), e);
            } finally {
                client.shutdownNow();
            }
        };
    }

    private static String bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("a key set is over " + MAX_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
