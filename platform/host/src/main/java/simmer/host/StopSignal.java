package simmer.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The wish of an operator that the process ends: SIGTERM, or SIGINT from a keyboard. From its creation on, these no longer
 * end the JVM at once, because at that moment shutdown hooks of native libraries would free what a model still works on
 * (ONNX Runtime's crashes the process); who waits for the wish closes everything in order and then returns. A second signal
 * ends the process without that.
 */
public final class StopSignal {

    private static final System.Logger LOG = System.getLogger(StopSignal.class.getName());
    private static final int IMPATIENT = 130;

    private final CountDownLatch wished = new CountDownLatch(1);

    /** Begins to listen. */
    public StopSignal() {
        try {
            listen(List.of("TERM", "INT"));
        } catch (ReflectiveOperationException e) {
            LOG.log(System.Logger.Level.WARNING, "signals can't be heard on this runtime, so a stop is not orderly", e);
        }
    }

    /**
     * By reflection, for javac warns of {@code sun.misc.Signal} in a way that nothing can allow; the JDK has no other class
     * for it, and this one is in the supported module jdk.unsupported.
     */
    private void listen(List<String> names) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        InvocationHandler heard = (_, method, _) -> {
            if (method.getName().equals("handle")) {
                stop();
            }
            return null;
        };
        Object listener = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[]{handler}, heard);
        for (String name : names) {
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance(name),
                    listener);
        }
    }

    private void stop() {
        if (wished.getCount() == 0) {
            Runtime.getRuntime().halt(IMPATIENT);
        }
        wished.countDown();
    }

    /** Waits until it is wished; returns at once if it was before. */
    public void await() throws InterruptedException {
        wished.await();
    }
}
