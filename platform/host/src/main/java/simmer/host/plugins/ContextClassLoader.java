package simmer.host.plugins;

/**
 * Runs the current thread with a plugin's loader as its context class loader until closed. Libraries inside a plugin look
 * up their own parts that way, and some do so once for all.
 */
final class ContextClassLoader implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    ContextClassLoader(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
