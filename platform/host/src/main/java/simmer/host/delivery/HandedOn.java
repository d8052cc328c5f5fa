package simmer.host.delivery;

import java.util.Optional;
import java.util.concurrent.Callable;

import io.helidon.common.context.Context;
import io.helidon.common.context.Contexts;

import simmer.host.events.Scene;

/**
 * What a call of a router's takes along from the request it is made for: its scene, and in Helidon's context, which plugins
 * see, the header {@code traceparent} for whoever is called.
 */
final class HandedOn {

    /** The name in the context, and of the header. */
    private static final String TRACEPARENT = "traceparent";

    private HandedOn() {
    }

    static <R> Callable<R> to(Callable<R> call) {
        Optional<Scene> scene = Scene.current();
        if (scene.isEmpty()) {
            return call;
        }
        Context context = Context.create();
        context.register(TRACEPARENT, scene.get().span().traceparent());
        return Scene.carried(() -> Contexts.runInContextWithThrow(context, call));
    }
}
