package simmer.host.boot;

import java.util.ArrayDeque;
import java.util.Deque;

import simmer.host.scoring.StillReadingException;

/**
 * What a start has opened so far, closed in reverse: at the end of a run, or when the start fails midway. What fails to
 * close is logged and does not keep the rest open. Closing twice does nothing.
 */
final class Opened implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(String name, AutoCloseable closeable) {
    }

    synchronized <T extends AutoCloseable> T add(String name, T closeable) {
        parts.push(new Part(name, closeable));
        return closeable;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.closeable().close();
            } catch (StillReadingException e) {
                LOG.log(System.Logger.Level.WARNING, "{0}, so it and what was opened before stay open", e.getMessage());
                parts.clear();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, part.name() + " did not close", e);
            }
        }
    }
}
