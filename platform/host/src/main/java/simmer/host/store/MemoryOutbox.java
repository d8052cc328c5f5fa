package simmer.host.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The outbox of {@link MemoryStore}; its monitor guards that store's sessions too. */
final class MemoryOutbox implements Outbox {

    private static final Comparator<Entry> FIRST = Comparator.comparingInt((Entry entry) -> -entry.message().urgency())
            .thenComparing(Entry::since);

    private final Map<String, Entry> waiting = new HashMap<>();
    private final Map<String, Sent> sending = new HashMap<>();
    private final Map<String, DeadLetter> dead = new LinkedHashMap<>();
    private final Map<String, Integer> urgencies = new HashMap<>();
    private long leases;

    private record Entry(String sessionId, Message message, Instant since, Instant due, int attempts, boolean held) {

        Entry dueAt(Instant at) {
            return new Entry(sessionId, message, since, at, attempts, false);
        }

        Entry tried() {
            return new Entry(sessionId, message, since, due, attempts + 1, held);
        }

        Entry hold() {
            return new Entry(sessionId, message, since, due, attempts, true);
        }
    }

    private record Sent(Entry entry, Claimed claimed) {
    }

    synchronized void put(String sessionId, Message message, Instant now) {
        waiting.put(sessionId, new Entry(sessionId, message, now, now, 0, false));
    }

    synchronized boolean holdsMessageOf(String sessionId) {
        return waiting.containsKey(sessionId) || sending.containsKey(sessionId);
    }

    @Override
    public synchronized List<Claimed> claimDue(int most, Duration lease, Instant now) {
        recover(now);
        List<Entry> due = waiting.values().stream().filter(entry -> isClaimable(entry, now)).sorted(FIRST).limit(most).toList();
        return due.stream().map(entry -> lease(entry, lease, now)).toList();
    }

    @Override
    public synchronized Optional<Claimed> claim(String sessionId, Duration lease, Instant now) {
        recover(now);
        return Optional.ofNullable(waiting.get(sessionId)).filter(entry -> isClaimable(entry, now))
                .map(entry -> lease(entry, lease, now));
    }

    /** A sender whose lease is over has lost its message: it waits again, unless a newer one does. */
    private void recover(Instant now) {
        List<Sent> over = sending.values().stream().filter(sent -> !sent.claimed().leaseUntil().isAfter(now)).toList();
        over.forEach(sent -> {
            sending.remove(sent.entry().sessionId());
            waiting.putIfAbsent(sent.entry().sessionId(), sent.entry().dueAt(now));
        });
    }

    private boolean isClaimable(Entry entry, Instant now) {
        return !entry.held() && !entry.due().isAfter(now) && !sending.containsKey(entry.sessionId());
    }

    private Claimed lease(Entry entry, Duration lease, Instant now) {
        Claimed claimed = new Claimed(entry.sessionId(), entry.message(), entry.attempts(), now.plus(lease),
                Long.toString(++leases));
        waiting.remove(entry.sessionId());
        sending.put(entry.sessionId(), new Sent(entry, claimed));
        return claimed;
    }

    private Optional<Entry> end(Claimed claimed) {
        Optional<Sent> sent = Optional.ofNullable(sending.get(claimed.sessionId()))
                .filter(it -> it.claimed().lease().equals(claimed.lease()));
        sent.ifPresent(_ -> sending.remove(claimed.sessionId()));
        return sent.map(Sent::entry);
    }

    @Override
    public synchronized void delivered(Claimed claimed) {
        end(claimed);
    }

    @Override
    public synchronized void retryAt(Claimed claimed, Instant at, String reason) {
        end(claimed).ifPresent(entry -> waiting.putIfAbsent(entry.sessionId(), entry.tried().dueAt(at)));
    }

    @Override
    public synchronized void putBack(Claimed claimed, Instant at) {
        end(claimed).ifPresent(entry -> waiting.putIfAbsent(entry.sessionId(), entry.dueAt(at)));
    }

    @Override
    public synchronized void hold(Claimed claimed, String reason) {
        end(claimed).ifPresent(entry -> waiting.putIfAbsent(entry.sessionId(), entry.tried().hold()));
    }

    @Override
    public synchronized void bury(Claimed claimed, String reason, Instant now) {
        end(claimed).ifPresent(entry -> {
            urgencies.put(entry.message().id(), entry.message().urgency());
            dead.put(entry.message().id(), new DeadLetter(entry.message().id(), entry.sessionId(), entry.since(),
                    entry.attempts() + 1, reason, entry.message().body()));
        });
    }

    @Override
    public synchronized int releaseHeld(Instant now) {
        List<Entry> held = waiting.values().stream().filter(Entry::held).toList();
        held.forEach(entry -> waiting.put(entry.sessionId(), entry.dueAt(now)));
        return held.size();
    }

    @Override
    public synchronized List<DeadLetter> deadLetters(int most) {
        return new ArrayList<>(dead.values()).subList(0, Math.min(most, dead.size()));
    }

    @Override
    public synchronized boolean resend(String messageId, Instant now) {
        DeadLetter letter = dead.get(messageId);
        if (letter == null || holdsMessageOf(letter.sessionId())) {
            return false;
        }
        dead.remove(messageId);
        put(letter.sessionId(), new Message(messageId, urgencies.getOrDefault(messageId, 0), letter.body()), now);
        return true;
    }

    @Override
    public synchronized Depth depth(Instant now) {
        Stream<Instant> since = Stream.concat(waiting.values().stream().filter(entry -> !entry.held()),
                sending.values().stream().map(Sent::entry)).map(Entry::since);
        long held = waiting.values().stream().filter(Entry::held).count();
        Duration oldest = since.min(Comparator.naturalOrder()).map(it -> Duration.between(it, now)).orElse(Duration.ZERO);
        return new Depth(waiting.size() - held + sending.size(), held, dead.size(), oldest);
    }
}
