package simmer.testkit.cognigy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** Writes answers and faults. For use by several threads. */
final class Responder implements AutoCloseable {

    private static final String HTML = "text/html";

    private final CountDownLatch closing = new CountDownLatch(1);

    void send(ServerResponse response, Reply reply) {
        response.status(Status.create(reply.status()));
        if (reply.body().isEmpty()) {
            response.send();
        } else {
            response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
            response.send(reply.body());
        }
    }

    /** @param proper the answer without the fault */
    void fail(ServerResponse response, Fault fault, Supplier<Reply> proper) throws InterruptedException {
        switch (fault) {
            case Fault.Status(int status) -> send(response, trouble(status));
            case Fault.StatusWithRetryAfter(int status, String retryAfter) -> {
                response.header(HeaderNames.RETRY_AFTER, retryAfter);
                send(response, trouble(status));
            }
            case Fault.StatusWithBody(int status, String type, String body) ->
                send(response, new Reply(status, type, body));
            case Fault.Delay(Duration delay) -> {
                pause(delay);
                send(response, proper.get());
            }
            case Fault.Rubbish() ->
                send(response, new Reply(200, HTML, "<!doctype html><title>Sign in</title><p>Please sign in."));
            case Fault.EmptyBody() -> send(response, new Reply(200, HTML, ""));
            case Fault.EndlessBody endless -> dribble(response, endless);
            case Fault.Redirect(String location) -> {
                response.header(HeaderNames.LOCATION, location);
                send(response, new Reply(307, HTML, ""));
            }
        }
    }

    private static Reply trouble(int status) {
        return Reply.problem(status, "the stand-in was asked to answer " + status);
    }

    private void dribble(ServerResponse response, Fault.EndlessBody endless) throws InterruptedException {
        byte[] piece = new byte[endless.pieceBytes()];
        Arrays.fill(piece, (byte) ' '); // white space: the JSON text may still come
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        try (OutputStream out = response.outputStream()) {
            for (int sent = 0; sent < endless.capBytes() && !pause(endless.pause()); sent += piece.length) {
                out.write(piece);
                out.flush();
            }
        } catch (IOException | UncheckedIOException callerLeft) {
            // as a caller with a limit should
        }
    }

    /** Waits, but not longer than the stand-in lives; tells whether that has ended. */
    private boolean pause(Duration time) throws InterruptedException {
        return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
