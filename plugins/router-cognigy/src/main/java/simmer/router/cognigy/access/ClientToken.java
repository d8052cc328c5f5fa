package simmer.router.cognigy.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.wire.Advice;
import simmer.router.cognigy.wire.HeaderField;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/**
 * A token for a client's id and secret (RFC 6749, section 4.4), kept until shortly before it ends. However many ask at once,
 * one request gets it for all; each waits no longer than its own time. What one caller had no time for, the next one tries.
 */
public final class ClientToken implements Credentials {

    private static final String TOO_LATE = "No token came from Cognigy in time. " + Advice.IF_IT_HAPPENS_OFTEN;

    private final TokenService service;
    private final Object lock = new Object();
    private @Nullable Token token;
    private @Nullable FutureTask<Token> underWay;

    /**
     * A token that was got.
     *
     * @param value what goes into the header
     * @param freshUntilNanos when another one is got, on {@link System#nanoTime()}'s clock
     */
    record Token(Secret value, long freshUntilNanos) {

        boolean isFresh() {
            return freshUntilNanos - System.nanoTime() > 0;
        }
    }

    public ClientToken(TokenService service) {
        this.service = service;
    }

    @Override
    public Optional<HeaderField> header(Deadline deadline) {
        return Optional.of(new HeaderField("Authorization", "Bearer " + token(deadline).value().value()));
    }

    private Token token(Deadline deadline) {
        while (true) {
            FutureTask<Token> task;
            boolean ours = false;
            synchronized (lock) {
                if (token != null && token.isFresh()) {
                    return token;
                }
                if (underWay == null) {
                    underWay = new FutureTask<>(() -> fetch(deadline));
                    ours = true;
                }
                task = underWay;
            }
            if (ours) {
                task.run();
                settle(task);
            }
            Optional<Token> got = await(task, deadline, ours);
            if (got.isPresent()) {
                return got.get();
            }
        }
    }

    /** Whatever the fault looks like, once the time is up it is that. */
    private Token fetch(Deadline deadline) {
        try {
            return service.fetch(deadline);
        } catch (NoAnswerException e) {
            throw deadline.left().isPositive() && !Thread.currentThread().isInterrupted()
                    ? e
                    : outOfTime(TOO_LATE);
        }
    }

    private void settle(FutureTask<Token> task) {
        synchronized (lock) {
            underWay = null;
            if (task.state() == FutureTask.State.SUCCESS) {
                token = task.resultNow();
            }
        }
    }

    /** @return empty if somebody else's time was up, not ours */
    private static Optional<Token> await(FutureTask<Token> task, Deadline deadline, boolean ours) {
        try {
            return Optional.of(task.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw outOfTime(TOO_LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outOfTime("The wait for a token from Cognigy was interrupted.");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof NoAnswerException failure)) {
                throw new IllegalStateException("a token could not be got by a fault of our own", e.getCause());
            }
            if (ours || failure.failed().fault() != Fault.TIMEOUT) {
                throw new NoAnswerException(failure.failed());
            }
            return Optional.empty();
        }
    }

    private static NoAnswerException outOfTime(String sentence) {
        return new NoAnswerException(new Failed(Fault.TIMEOUT, sentence).notArrived());
    }

    /** A token may have been revoked before its time. */
    @Override
    public boolean refused(HeaderField refused, boolean known) {
        synchronized (lock) {
            if (token != null && refused.value().equals("Bearer " + token.value().value())) {
                token = null;
            }
        }
        return known;
    }

    @Override
    public boolean known() {
        synchronized (lock) {
            return token != null && token.isFresh();
        }
    }

    /** When to get another token, in place of one that lasts for some time: earlier by a tenth of it, a minute at most. */
    static long freshUntil(Duration life) {
        Duration margin = life.dividedBy(10);
        Duration most = Duration.ofMinutes(1);
        return System.nanoTime() + life.minus(margin.compareTo(most) > 0 ? most : margin).toNanos();
    }

    @Override
    public String remedy() {
        return "Cognigy refuses the token of the OAuth2 client. Verify what the client may do in Cognigy, and the variables"
                + " COGNIGY_OAUTH_CLIENT_ID and COGNIGY_OAUTH_CLIENT_SECRET.";
    }

    @Override
    public String hiddenIn(String text) {
        synchronized (lock) {
            return service.hiddenIn(token == null ? text : token.value().hiddenIn(text));
        }
    }
}
