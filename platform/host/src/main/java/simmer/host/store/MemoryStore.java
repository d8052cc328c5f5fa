package simmer.host.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps the promises of a store, but for as long as the process lives only. One lock stands in for a commit. */
public final class MemoryStore implements Store {

    private final Map<String, Kept> states = new HashMap<>();
    private final Map<String, Deque<Instant>> slots = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox();

    private record Kept(Sessions.Saved saved, Instant usedAt) {
    }

    @Override
    public Sessions sessions() {
        return new Sessions() {
            @Override
            public Optional<Saved> find(String sessionId) {
                synchronized (outbox) {
                    return Optional.ofNullable(states.get(sessionId)).map(Kept::saved);
                }
            }

            @Override
            public boolean save(String sessionId, long expectedVersion, String state, Optional<Message> message, Instant now) {
                synchronized (outbox) {
                    if (find(sessionId).map(Saved::version).orElse(NEVER_SAVED) != expectedVersion) {
                        return false;
                    }
                    states.put(sessionId, new Kept(new Saved(expectedVersion + 1, state), now));
                    message.ifPresent(it -> outbox.put(sessionId, it, now));
                    return true;
                }
            }

            @Override
            public int forgetUnusedSince(Instant since) {
                synchronized (outbox) {
                    int before = states.size();
                    states.entrySet().removeIf(entry -> entry.getValue().usedAt().isBefore(since)
                            && !outbox.holdsMessageOf(entry.getKey()));
                    return before - states.size();
                }
            }
        };
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public CallBudget budget() {
        return new CallBudget() {
            @Override
            public Grant take(String key, int calls, Duration span, Instant now) {
                synchronized (slots) {
                    Deque<Instant> taken = Objects.requireNonNull(slots.computeIfAbsent(key, _ -> new ArrayDeque<>()));
                    while (!taken.isEmpty() && !taken.peekFirst().plus(span).isAfter(now)) {
                        taken.pollFirst();
                    }
                    Instant pause = pauses.getOrDefault(key, Instant.MIN);
                    if (taken.size() < calls && !pause.isAfter(now)) {
                        taken.addLast(now);
                        return new Grant.Now();
                    }
                    Instant free = taken.size() < calls ? now : taken.getFirst().plus(span);
                    return new Grant.NotBefore(free.isAfter(pause) ? free : pause);
                }
            }

            @Override
            public void pause(String key, Instant until) {
                synchronized (slots) {
                    pauses.merge(key, until, (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        };
    }

    @Override
    public void close() {
        // Nothing outlives it.
    }
}
