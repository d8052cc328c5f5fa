package simmer.model.oip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;

import simmer.http.parts.Deadline;
import simmer.http.parts.OneLine;
import simmer.model.oip.CallException.Blame;

/**
 * Calls over HTTP/1.1, each with a bound on its time, whatever the server does in it, and on its answer. For use by any
 * number of threads, which it blocks.
 */
final class Calls implements AutoCloseable {

    /** A model's metadata have some hundred bytes, the logits of the largest batch some thousand. */
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final HttpClient http;
    private final JsonProvider json;
    private final OipModelConfig config;

    /**
     * To be made on a thread whose context class loader finds the JSON parser.
     *
     * @param trust whose certificates to trust at https addresses; Java's own choice if empty
     */
    Calls(OipModelConfig config, Optional<List<X509Certificate>> trust) {
        this.config = config;
        json = JsonProvider.provider();
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(config.connectTimeout());
        trust.map(Trust::in).ifPresent(builder::sslContext);
        http = builder.build();
    }

    /** @throws CallException if there is no answer that can be used */
    JsonObject get(URI uri, Deadline deadline) {
        return object(send(request(uri).GET(), deadline));
    }

    /** @throws CallException if the answer doesn't say yes */
    void confirm(URI uri, Deadline deadline) {
        send(request(uri).GET(), deadline);
    }

    /** @throws CallException if there is no answer that can be used */
    JsonObject post(URI uri, byte[] body, Deadline deadline) {
        return object(send(request(uri).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)), deadline));
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
        config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.strip()));
        return request;
    }

    private byte[] send(HttpRequest.Builder request, Deadline deadline) {
        if (deadline.isOver()) {
            throw new CallException(Blame.SERVER, "was not called, for no time was left");
        }
        // Not request.timeout(…), which ends with the answer's first line: a body may drip for ever.
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = call.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            requireSuccess(response.statusCode());
            return response.body();
        } catch (TimeoutException e) {
            throw new CallException(Blame.SERVER, "did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallException(Blame.REQUEST, "was not waited for: Simmer is stopping");
        } catch (ExecutionException e) {
            throw broken(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            call.cancel(true);
        }
    }

    private static void requireSuccess(int status) {
        switch (status) {
            case 200 -> {
                // as it should be
            }
            case 401, 403 -> throw new CallException(Blame.SERVER, "refuses us with status " + status
                    + ": set 'token' to one that it takes");
            case 404, 408, 429 -> throw new CallException(Blame.SERVER, "answered with status " + status);
            default -> throw new CallException(status >= 400 && status < 500 ? Blame.REQUEST : Blame.SERVER,
                    "answered with status " + status);
        }
    }

    private static CallException broken(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ ->
                new CallException(Blame.SERVER, "took no connection within connect-timeout");
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
                new CallException(Blame.SERVER, "has a host's name that can't be resolved");
            case ConnectException _ -> new CallException(Blame.SERVER, "takes no connections");
            case SSLException e -> new CallException(Blame.SERVER, "has no TLS that we trust ("
                    + OneLine.of(String.valueOf(e.getMessage())) + "): see 'trust-certificates'");
            case IOException e when String.valueOf(e.getMessage()).contains("exceeds") ->
                new CallException(Blame.SERVER, "sent an answer of more than " + MAX_ANSWER_BYTES + " bytes");
            case IOException _ -> new CallException(Blame.CONNECTION, "broke the connection off, or sent what is no HTTP");
            default -> new CallException(Blame.SERVER, "could not be called: " + cause.getClass().getSimpleName());
        };
    }

    private JsonObject object(byte[] body) {
        try (JsonReader reader = json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (RuntimeException e) { // Parsson throws a bare one where the nesting is too deep
            // Its words may quote what was sent.
            throw new CallException(Blame.SERVER,
                    "sent something that is no JSON object: no model server, or one that failed");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
