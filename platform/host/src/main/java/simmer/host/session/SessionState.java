package simmer.host.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import simmer.host.decision.Policy;
import simmer.host.decision.PolicyState;

/**
 * All that is remembered of a session.
 *
 * @param policy where it stands
 * @param route what Cognigy knows of it
 * @param timeline its turns
 * @param answers its last answers, oldest first
 * @param language the language that a payload named last, empty if none did
 */
record SessionState(PolicyState policy, Route route, Timeline timeline, List<Answer> answers, String language) {

    SessionState {
        answers = List.copyOf(answers);
    }

    static SessionState start(Policy policy, Instant now) {
        return new SessionState(policy.start(now), Route.start(policy.levels().lowest().name()), Timeline.EMPTY, List.of(),
                "");
    }

    /** What stays when nothing is to be remembered but what was sent. */
    SessionState routeOnly(Policy policy, Instant now) {
        return start(policy, now).with(route);
    }

    /** The same begun anew, but for what Cognigy knows and was answered. */
    SessionState reset(Policy rules, Instant now) {
        return new SessionState(rules.start(now), route, timeline.close(), answers, language);
    }

    SessionState with(Route next) {
        return new SessionState(policy, next, timeline, answers, language);
    }

    SessionState with(Answer answer, int most) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(answer);
        return new SessionState(policy, route, timeline, all.subList(Math.max(0, all.size() - most), all.size()), language);
    }
}
