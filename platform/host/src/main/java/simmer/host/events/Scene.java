package simmer.host.events;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What the current thread is working on, for whoever logs there or takes a step that should be timed. Bound by a scoped
 * value, so it ends with the call that began it; a thread started meanwhile takes it along by {@link #carried}.
 *
 * @param span the step under way
 * @param marks what stands for sessions
 * @param session makes the mark of the session, which only who writes it down needs; absent while none is known
 */
public record Scene(Span span, SessionMarks marks, Optional<Supplier<String>> session) {

    private static final ScopedValue<Scene> CURRENT = ScopedValue.newInstance();

    /** The current thread's, if it is working on a request. */
    public static Optional<Scene> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Works on a request. */
    public static <R, X extends Throwable> R of(Span span, SessionMarks marks, CallableOp<R, X> work) throws X {
        return new Scene(span, marks, Optional.empty()).play(work);
    }

    /** The same work, for another thread to do. */
    public static <R> Callable<R> carried(Callable<R> work) {
        Optional<Scene> scene = current();
        return scene.isEmpty() ? work : () -> scene.get().play(work::call);
    }

    /** Works on a session, now that it is known which. */
    public static <R, X extends Throwable> R session(String id, CallableOp<R, X> work) throws X {
        Optional<Scene> scene = current();
        if (scene.isEmpty()) {
            return work.call();
        }
        SessionMarks marks = scene.get().marks();
        Supplier<String> mark = () -> marks.mark(id);
        scene.get().span().tag("simmer.session", mark);
        return new Scene(scene.get().span(), marks, Optional.of(mark)).play(work);
    }

    /** Takes a step, timed; that it failed is told. */
    public static <R, X extends Throwable> R step(String name, CallableOp<R, X> work) throws X {
        Optional<Scene> scene = current();
        if (scene.isEmpty()) {
            return work.call();
        }
        boolean done = false;
        Span step = scene.get().span().child(name);
        try {
            R result = new Scene(step, scene.get().marks(), scene.get().session()).play(work);
            done = true;
            return result;
        } finally {
            if (!done) {
                step.failed();
            }
            step.close();
        }
    }

    private <R, X extends Throwable> R play(CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
