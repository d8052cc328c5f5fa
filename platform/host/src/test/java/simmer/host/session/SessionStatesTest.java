package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import simmer.host.fixture.MemorySessions;
import simmer.host.session.SessionStates.Found;
import simmer.host.store.Sessions;
import simmer.host.store.StoreException;

final class SessionStatesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionState START = SessionState.start(ConversationsTest.POLICY, NOW);
    private static final Found NEVER = new Found(START, Sessions.NEVER_SAVED);

    private static SessionStates of(Sessions sessions) {
        return new SessionStates(sessions, ConversationsTest.POLICY, new StateCodec("a fingerprint"));
    }

    private static SessionState inLanguage(String tag) {
        return new SessionState(START.policy(), START.route(), START.timeline(), START.answers(), tag);
    }

    private static boolean save(SessionStates states, Found found, String tag) {
        return states.save("s", found, inLanguage(tag), Optional.empty(), NOW);
    }

    @Test
    void whatNobodyElseSavesIsAskedForOnce() {
        MemorySessions sessions = MemorySessions.ofOneProcess();
        SessionStates states = of(sessions);
        assertThat(states.find("s", NOW)).isEqualTo(NEVER);
        assertThat(save(states, NEVER, "en")).isTrue();
        assertThat(save(states, states.find("s", NOW), "de")).isTrue();
        assertThat(states.find("s", NOW)).isEqualTo(new Found(inLanguage("de"), 2));
        assertThat(sessions.finds()).isOne();
    }

    @Test
    void whatAnotherReplicaSavedIsFound() {
        MemorySessions sessions = new MemorySessions();
        SessionStates one = of(sessions);
        SessionStates other = of(sessions);
        save(one, NEVER, "en");
        assertThat(other.find("s", NOW)).isEqualTo(new Found(inLanguage("en"), 1));
        assertThat(save(other, other.find("s", NOW), "de")).isTrue();
        assertThat(one.find("s", NOW)).isEqualTo(new Found(inLanguage("de"), 2));
    }

    @Test
    void whatWasForgottenInTheMeantimeBeginsAnew() {
        MemorySessions sessions = MemorySessions.ofOneProcess();
        SessionStates states = of(sessions);
        save(states, NEVER, "en");
        sessions.forgetUnusedSince(NOW.plusSeconds(1));
        assertThat(save(states, states.find("s", NOW), "de")).isFalse();
        assertThat(states.find("s", NOW)).isEqualTo(NEVER);
        assertThat(states.lastSeen("s")).isEmpty();
        save(states, NEVER, "fr");
        assertThat(states.lastSeen("s")).as("its versions count anew").contains(inLanguage("fr"));
    }

    @Test
    void afterASaveOfWhichNobodyKnowsTheStoreIsAsked() {
        MemorySessions sessions = MemorySessions.ofOneProcess();
        SessionStates states = of(sessions);
        save(states, NEVER, "en");
        sessions.full();
        assertThatThrownBy(() -> save(states, states.find("s", NOW), "de")).isInstanceOf(StoreException.class);
        int before = sessions.finds();
        assertThat(states.find("s", NOW)).isEqualTo(new Found(inLanguage("en"), 1));
        assertThat(sessions.finds()).isEqualTo(before + 1);
    }

    @Test
    void aSaveOfWhichNobodyKnowsMayStillHappenAfterTheStoreWasAsked() {
        MemorySessions sessions = MemorySessions.ofOneProcess();
        SessionStates states = of(sessions);
        save(states, NEVER, "en");
        sessions.full();
        assertThatThrownBy(() -> save(states, states.find("s", NOW), "de")).isInstanceOf(StoreException.class);
        sessions.back();
        assertThat(states.find("s", NOW)).isEqualTo(new Found(inLanguage("en"), 1));
        save(of(sessions), new Found(inLanguage("en"), 1), "de");
        assertThat(states.find("s", NOW)).as("the save that had failed").isEqualTo(new Found(inLanguage("de"), 2));
        int before = sessions.finds();
        assertThat(states.find("s", NOW)).isEqualTo(new Found(inLanguage("de"), 2));
        assertThat(sessions.finds()).as("certain again").isEqualTo(before);
    }
}
