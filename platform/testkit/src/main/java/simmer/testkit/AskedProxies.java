package simmer.testkit;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The JVM's choice of proxies while this is open: none, and noted whenever somebody asks for it. For tests of plugins that
 * call others and promise to do so without a proxy in between. Holds for the whole JVM, so for one test at a time.
 */
public final class AskedProxies implements AutoCloseable {

    private final Queue<URI> asked = new ConcurrentLinkedQueue<>();
    private final Optional<ProxySelector> before = Optional.ofNullable(ProxySelector.getDefault());

    /** Begins to note. */
    public AskedProxies() {
        ProxySelector.setDefault(new Noting());
    }

    /** For which addresses a proxy was asked for so far, in order. */
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    /** Puts back what was chosen before. */
    @Override
    public void close() {
        ProxySelector.setDefault(before.orElse(null));
    }

    private final class Noting extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Never chosen.
        }
    }
}
