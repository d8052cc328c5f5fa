package simmer.router.cognigy;

import java.time.Duration;
import java.util.function.IntFunction;

import simmer.http.parts.OneLine;
import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.wire.Advice;
import simmer.router.cognigy.wire.Answer;
import simmer.router.cognigy.wire.NetworkFault;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/**
 * What an answer means, and what its reader must do about it. What is said of a refused key or a missing permission is the
 * same each time, without Cognigy's own words: the host tells by it whether anything has changed.
 *
 * @param caller who made the call
 * @param help what its reader can do about a status; empty if nothing but what is said of any
 * @param maxAnswerBytes where an answer was cut
 */
record Verdict(Caller caller, IntFunction<String> help, int maxAnswerBytes) {

    RoutingResult of(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new Failed(Fault.CREDENTIALS, caller.credentials().remedy());
            case 403 -> new Failed(Fault.PERMISSION, permission());
            case 408 -> unavailable(answer);
            case 429 -> waiting(new Failed(Fault.RATE_LIMIT, rateLimited(answer.retryAfter())), answer);
            default -> switch (status / 100) {
                case 2 -> success(answer);
                case 3 -> new Failed(Fault.REJECTED, "Cognigy API error " + status + ": "
                        + caller.peer().address().hostAndPort() + " redirects elsewhere, which is never followed. "
                        + caller.peer().doubt());
                case 4 -> new Failed(Fault.REJECTED, otherStatus(answer));
                default -> unavailable(answer);
            };
        };
    }

    private String permission() {
        String known = help.apply(403);
        return known.isEmpty()
                ? "Cognigy does not allow this call to the holder of the key. Give its user a role in the project that may,"
                        + " or take the key of one who has it."
                : known;
    }

    private Failed unavailable(Answer answer) {
        return waiting(new Failed(Fault.UNAVAILABLE, otherStatus(answer)), answer);
    }

    private static Failed waiting(Failed failed, Answer answer) {
        return answer.retryAfter().isPositive() ? failed.retryAfter(answer.retryAfter()) : failed;
    }

    private RoutingResult success(Answer answer) {
        String text = answer.body().strip();
        return switch (answer.ending()) {
            case BROKEN -> NetworkFault.brokenOff(caller.peer());
            case TOO_LONG -> new Failed(Fault.UNINTELLIGIBLE, caller.peer().at() + " answered more than " + maxAnswerBytes
                    + " bytes. " + caller.peer().doubt());
            case WHOLE -> text.isEmpty() || CognigyProblem.json(text).isPresent()
                    ? new Delivered(caller.hiddenIn(text))
                    : new Failed(Fault.UNINTELLIGIBLE, caller.peer().at() + " answered " + answer.status()
                            + ", but not JSON. " + caller.peer().doubt());
        };
    }

    private static String rateLimited(Duration wait) {
        String asked = wait.isZero() ? "" : " Cognigy asks to wait " + Math.ceilDiv(wait.toMillis(), 1000L) + " s.";
        return "Rate limit exceeded." + asked
                + " Check the tenant's throttling policies and lower the option requests-per-minute.";
    }

    private String otherStatus(Answer answer) {
        String said = CognigyProblem.parse(answer.body())
                .map(problem -> shown(problem.reason())
                        + (problem.reference().isEmpty() ? "" : " (" + shown(problem.reference()) + ")"))
                .orElse("it gave no reason");
        return "Cognigy API error " + answer.status() + ": " + said + (said.matches(".*[.!?…]") ? " " : ". ")
                + advice(answer.status());
    }

    private String shown(String text) {
        return OneLine.of(caller.hiddenIn(text));
    }

    private String advice(int status) {
        if (status == 402) {
            return "The tenant's licence or quota is used up: ask whoever runs it.";
        }
        String known = help.apply(status);
        if (!known.isEmpty()) {
            return known;
        }
        return status == 408 || status >= 500
                ? Advice.IF_IT_LASTS
                : "If it stays so, ask whoever runs the tenant whether it takes such calls.";
    }
}
