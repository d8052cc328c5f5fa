package simmer.model.oip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/** What a server does when it is asked. */
@FunctionalInterface
interface Reply {

    /** Answers, or does worse. */
    void to(HttpExchange exchange) throws IOException, InterruptedException;

    /** The same, once: something else is done before it. */
    default Reply once(Runnable first) {
        return exchange -> {
            first.run();
            to(exchange);
        };
    }

    static Reply json(String body) {
        return text(200, "application/json", body);
    }

    static Reply error(int status) {
        return text(status, "application/json", "{\"error\": \"it quotes what somebody said\"}");
    }

    static Reply text(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Says nothing until the latch opens. */
    static Reply hang(CountDownLatch end) {
        return _ -> end.await();
    }

    /** Closes the connection in the middle of the answer. */
    static Reply cut() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"outputs\": [".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Sends a byte now and then until the latch opens: no single wait is long. */
    static Reply drip(CountDownLatch end) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    /** Sends so many bytes. */
    static Reply endless(int bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes);
            byte[] piece = " ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int sent = 0; sent < bytes; sent += piece.length) {
                exchange.getResponseBody().write(piece);
            }
        };
    }
}
