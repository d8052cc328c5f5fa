package simmer.router.cognigy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.access.NoKey;
import simmer.router.cognigy.wire.Answer;
import simmer.router.cognigy.wire.Bounded;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.Peer;
import simmer.router.cognigy.wire.Request;
import simmer.spi.Finding;
import simmer.spi.Finding.Standing;
import simmer.spi.RoutingResult;

/**
 * Finds out whether a side of Cognigy's can be worked with, by two requests that change nothing: one without a key, for the
 * address, and one that reads what belongs to a session which does not exist.
 *
 * @param caller in whose name
 * @param path what is read with the key, without its last segment; empty if no call of this side's changes nothing
 * @param clock ours
 */
record LiveCheck(Caller caller, String path, Clock clock) {

    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final Duration SLOW = Duration.ofMillis(500);
    /** The header holds whole seconds. */
    private static final Duration SKEWED = Duration.ofSeconds(30);

    List<Finding> run(Duration within) {
        try {
            return Bounded.call(caller.peer(), within, this::look);
        } catch (NoAnswerException e) {
            return List.of(new Finding("address", Standing.WRONG, e.failed().message()));
        }
    }

    private List<Finding> look(Deadline deadline) {
        List<Finding> findings = new ArrayList<>();
        Answer answer = caller.client().send(request("/"), deadline);
        findings.add(address());
        answer.date().ifPresent(theirs -> findings.add(clock(theirs)));
        if (path.isEmpty()) {
            findings.add(new Finding("key", Standing.WARNING, "Nothing can be asked here without changing something, so only"
                    + " the first decision shows whether the " + secrets() + " right."));
            return findings;
        }
        try {
            caller.credentials().header(deadline); // may have to get a token, which is no part of the round trip
            long begun = System.nanoTime();
            Answer read = caller.send(request(path + "simmer-check-" + UUID.randomUUID()), deadline);
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - begun);
            findings.addAll(key(read));
            findings.add(roundTrip(roundTrip));
        } catch (NoAnswerException e) { // of the request for a token, or by chance of this one
            findings.add(new Finding("key", Standing.WRONG, e.failed().message()));
        }
        return findings;
    }

    private static Request request(String path) {
        return new Request("GET", path, List.of(), "", MAX_ANSWER_BYTES);
    }

    private String secrets() {
        return caller.credentials() instanceof NoKey ? "URL token is" : "key, and the URL token if one is configured, are";
    }

    private Finding address() {
        Peer peer = caller.peer();
        boolean secure = peer.address().scheme().equals("https");
        boolean ourselves = peer.address().host().matches("localhost|127\\..*|\\[::1]");
        return secure || ourselves
                ? new Finding("address", Standing.FINE, peer.at() + " answers" + (secure ? ", over TLS." : "."))
                : new Finding("address", Standing.WARNING, peer.at() + " answers, but without TLS: whoever is on the way"
                        + " can read the key. Give an https address.");
    }

    private Finding clock(Instant theirs) {
        Duration ahead = Duration.between(theirs, clock.instant());
        return ahead.abs().compareTo(SKEWED) > 0
                ? new Finding("clock", Standing.WARNING, "Our clock is " + ahead.abs().toSeconds() + " s "
                        + (ahead.isPositive() ? "ahead of" : "behind") + " Cognigy's: have it set by NTP, for tokens end and"
                        + " waits are told by the clock.")
                : new Finding("clock", Standing.FINE, "Our clock and Cognigy's agree.");
    }

    private List<Finding> key(Answer answer) {
        Finding accepted = new Finding("key", Standing.FINE, "Cognigy accepts the key.");
        Verdict verdict = new Verdict(caller, _ -> "", MAX_ANSWER_BYTES);
        boolean cognigys = CognigyProblem.parse(answer.body()).isPresent();
        return switch (answer.status()) {
            case 401 -> List.of(new Finding("key", Standing.WRONG, caller.credentials().remedy()));
            case 403 ->
                List.of(accepted, new Finding("permission", Standing.WARNING, "The key may not read conversations, so"
                        + " history: fetch can't work; whether it may make this dialect's call, only the first decision shows."));
            case 404 -> cognigys ? List.of(accepted, mayRead()) : List.of(stranger(answer));
            case 429 -> List.of(new Finding("key", Standing.WARNING, "Cognigy asks to be called less often just now: try"
                    + " again later."));
            default -> CognigyProblem.json(answer.body()).isPresent() && answer.status() / 100 == 2
                    ? List.of(accepted, mayRead())
                    : List.of(new Finding("answer", Standing.WRONG,
                            verdict.of(answer) instanceof RoutingResult.Failed failed
                                    ? failed.message()
                                    : stranger(answer).sentence()));
        };
    }

    private static Finding mayRead() {
        return new Finding("permission", Standing.FINE, "The key may read conversations; whether it may make this dialect's"
                + " call, only the first decision shows.");
    }

    private Finding stranger(Answer answer) {
        return new Finding("answer", Standing.WRONG, caller.peer().at() + " answers " + answer.status()
                + ", but not as Cognigy does. " + caller.peer().doubt());
    }

    private static Finding roundTrip(Duration time) {
        return time.compareTo(SLOW) > 0
                ? new Finding("round trip", Standing.WARNING, "A call takes " + time.toMillis() + " ms: of what"
                        + " answer-within gives a webhook, that leaves little for the model.")
                : new Finding("round trip", Standing.FINE, "A call takes " + time.toMillis() + " ms.");
    }
}
