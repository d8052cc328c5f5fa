package simmer.model.oip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import simmer.testkit.Ports;

/**
 * A model server on loopback that speaks the protocol and runs the embedded model, until it is told to do worse. It may go
 * away and come back at the same port.
 */
final class OipServer implements AutoCloseable {

    static final String MODEL = "simmer-en";
    static final String METADATA = "/v2/models/" + MODEL;
    static final String INFER = METADATA + "/infer";
    static final String TOKENS_METADATA = """
            {"name": "simmer-en", "versions": ["1"], "platform": "test", "extra": null,
             "inputs": [{"name": "input_ids", "datatype": "INT64", "shape": [-1, -1]},
                        {"name": "attention_mask", "datatype": "INT64", "shape": [-1, -1]},
                        {"name": "token_type_ids", "datatype": "INT64", "shape": [-1, -1]}],
             "outputs": [{"name": "logits", "datatype": "FP32", "shape": [-1, 3]}]}
            """;

    private final EmbeddedNetwork network;
    private final Supplier<HttpServer> sockets;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    private HttpServer http;

    private OipServer(EmbeddedNetwork network, Supplier<HttpServer> sockets) {
        this.network = network;
        this.sockets = sockets;
        http = listen(Ports.free());
        heal();
    }

    static OipServer start(EmbeddedNetwork network) {
        return new OipServer(network, () -> create(HttpServer::create));
    }

    /** One that speaks TLS. */
    static OipServer start(EmbeddedNetwork network, SSLContext identity) {
        return new OipServer(network, () -> {
            HttpsServer server = create(HttpsServer::create);
            server.setHttpsConfigurator(new HttpsConfigurator(identity));
            return server;
        });
    }

    private static <S extends HttpServer> S create(Callable<S> server) {
        try {
            return server.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpServer listen(int port) {
        try {
            HttpServer server = sockets.get();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All as it should be, from the next call on. */
    OipServer heal() {
        replies.putAll(Map.of("/v2", Reply.json("{\"name\": \"test\", \"version\": \"1.0\", \"extensions\": []}"),
                METADATA + "/ready", Reply.json(""), METADATA, Reply.json(TOKENS_METADATA), INFER, this::infer));
        return this;
    }

    /** Does this, whenever the path is asked for. */
    OipServer on(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    String url() {
        return (http instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Opens when this is closed. */
    CountDownLatch closed() {
        return closed;
    }

    /** How often it was asked to read. */
    long reads() {
        return paths.stream().filter(INFER::equals).count();
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    void goAway() {
        http.stop(0);
    }

    void comeBack() {
        http = listen(http.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "" : authorization);
        try (exchange) {
            replies.getOrDefault(path, Reply.error(404)).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void infer(HttpExchange exchange) throws IOException, InterruptedException {
        JsonObject request;
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            request = reader.readObject();
        }
        Map<String, long[]> inputs = new HashMap<>();
        int rows = 0;
        for (JsonObject input : request.getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            rows = input.getJsonArray("shape").getInt(0);
            inputs.put(input.getString("name"), longs(input.getJsonArray("data")));
        }
        answerLogits(network.logits(inputs, rows)).to(exchange);
    }

    private static long[] longs(JsonArray data) {
        return data.getValuesAs(JsonNumber.class).stream().mapToLong(JsonNumber::longValueExact).toArray();
    }

    /** The answer of a server that puts this out. */
    static Reply answerLogits(float[][] logits) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (float[] row : logits) {
            for (float logit : row) {
                data.add(logit);
            }
        }
        int width = logits.length == 0 ? 0 : logits[0].length;
        return Reply.json(Json.createObjectBuilder().add("model_name", MODEL).add("id", JsonValue.NULL)
                .add("outputs", Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "logits")
                        .add("datatype", "FP32").add("shape", Json.createArrayBuilder().add(logits.length).add(width))
                        .add("data", data)))
                .build().toString());
    }

    /** The words of a call, for servers that make tokens themselves. */
    static List<String> texts(JsonObject request) {
        return request.getJsonArray("inputs").getJsonObject(0).getJsonArray("data").getValuesAs(JsonString::getString);
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
