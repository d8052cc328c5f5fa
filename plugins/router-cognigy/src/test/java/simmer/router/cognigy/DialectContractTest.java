package simmer.router.cognigy;

import org.junit.jupiter.api.Nested;

/** Each dialect keeps what every router keeps. */
final class DialectContractTest {

    @Nested
    final class SessionUpdate extends DialectContract {
        SessionUpdate() {
            super(Spoken.SESSION_UPDATE);
        }
    }

    @Nested
    final class ContextInject extends DialectContract {
        ContextInject() {
            super(Spoken.CONTEXT_INJECT);
        }
    }

    @Nested
    final class ContextInjectWithOAuth2 extends DialectContract {
        ContextInjectWithOAuth2() {
            super(Spoken.CONTEXT_INJECT_WITH_OAUTH2);
        }
    }

    @Nested
    final class StateInject extends DialectContract {
        StateInject() {
            super(Spoken.STATE_INJECT);
        }
    }

    @Nested
    final class EndpointInject extends DialectContract {
        EndpointInject() {
            super(Spoken.ENDPOINT_INJECT);
        }
    }

    @Nested
    final class EndpointInjectDeprecated extends DialectContract {
        EndpointInjectDeprecated() {
            super(Spoken.ENDPOINT_INJECT_DEPRECATED);
        }
    }

    @Nested
    final class Notify extends DialectContract {
        Notify() {
            super(Spoken.NOTIFY);
        }
    }

    @Nested
    final class NotifyDeprecated extends DialectContract {
        NotifyDeprecated() {
            super(Spoken.NOTIFY_DEPRECATED);
        }
    }
}
