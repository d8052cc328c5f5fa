package simmer.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Many sessions, some at once. Turns of one session follow each other; after each the same session goes on or, as often,
 * waits until the others had theirs, so that a decision is sometimes overtaken at once and sometimes has all the time it
 * wants.
 */
final class Crowd {

    private static final int SCRIPTS = 40;

    /** One session; for one thread at a time. */
    private static final class Seat {

        private final String session;
        private final Script script;
        private final List<Told> quiet;
        private final Random random;
        private final List<Told> told = new ArrayList<>();

        Seat(String session, Script script, List<Told> quiet, Random random) {
            this.session = session;
            this.script = script;
            this.quiet = quiet;
            this.random = random;
        }

        boolean isOver() {
            return told.size() == script.texts().size();
        }

        Optional<Told> speak(Customer customer) throws InterruptedException {
            int turn = told.size();
            Optional<Told> answer = customer.say(session, script.texts().subList(0, turn), script.texts().get(turn));
            answer.ifPresent(told::add);
            return answer;
        }

        Talk talk() {
            return new Talk(session, told, quiet);
        }
    }

    private final List<Seat> seats = new ArrayList<>();
    private final List<Talk> rehearsals = new ArrayList<>();

    /** Draws the scripts, and has each played once while nothing fails. */
    static Crowd rehearsed(int sessions, Random random, Customer customer) throws InterruptedException {
        Crowd crowd = new Crowd();
        List<Script> scripts = new ArrayList<>();
        for (int i = 0; i < Math.min(SCRIPTS, sessions); i++) {
            Script script = Script.of(Script.TURNS, random);
            Seat rehearsal = new Seat("rehearsal-" + i, script, List.of(), random);
            while (!rehearsal.isOver() && rehearsal.speak(customer).isPresent()) {
                // The next turn.
            }
            scripts.add(script);
            crowd.rehearsals.add(new Talk(rehearsal.session, rehearsal.told, rehearsal.told));
        }
        for (int i = 0; i < sessions; i++) {
            int script = random.nextInt(scripts.size());
            crowd.seats.add(new Seat("session-" + i, scripts.get(script), crowd.rehearsals.get(script).told(),
                    new Random(random.nextLong())));
        }
        return crowd;
    }

    /** Plays all sessions to their ends. */
    void play(Customer customer, int atOnce, Progress progress) throws InterruptedException {
        BlockingDeque<Seat> waiting = new LinkedBlockingDeque<>(seats);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            threads.add(Thread.ofVirtual().start(() -> speak(waiting, customer, progress)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        progress.end();
    }

    private static void speak(BlockingDeque<Seat> waiting, Customer customer, Progress progress) {
        try {
            for (Seat seat = waiting.poll(); seat != null; seat = waiting.poll()) {
                if (seat.speak(customer).isEmpty()) {
                    continue;
                }
                progress.add();
                if (!seat.isOver() && seat.random.nextBoolean()) {
                    waiting.addFirst(seat);
                } else if (!seat.isOver()) {
                    waiting.addLast(seat);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** All sessions as they went, rehearsals included. */
    List<Talk> talks() {
        List<Talk> talks = new ArrayList<>(rehearsals);
        seats.forEach(seat -> talks.add(seat.talk()));
        return talks;
    }
}
