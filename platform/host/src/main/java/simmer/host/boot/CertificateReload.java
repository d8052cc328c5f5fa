package simmer.host.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.helidon.common.tls.Tls;
import io.helidon.config.Config;

/**
 * Takes up a renewed certificate without a restart: looks now and then whether a file that {@code tls} names has changed,
 * and then has new connections made with what it holds. A file that can't be used, half written say, is told of once and
 * left; what was in force goes on.
 */
final class CertificateReload implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(CertificateReload.class.getName());

    private final Config tls;
    private final Consumer<Tls> use;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private Map<String, Version> seen;

    /** What tells one content of a file from another; behind a link, also another file. */
    private record Version(FileTime modified, long bytes, String realPath) {
    }

    /**
     * Begins to look.
     *
     * @param tls the node that was used at the start
     * @param use takes what the node comes to now
     */
    CertificateReload(Config tls, Consumer<Tls> use, Duration every) {
        this.tls = tls;
        this.use = use;
        this.every = every;
        this.seen = versions();
        this.thread = Thread.ofVirtual().name("certificates").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                Map<String, Version> now = versions();
                if (!now.equals(seen)) {
                    seen = now;
                    reload();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            use.accept(RenewableTls.of(tls));
            LOG.log(System.Logger.Level.INFO, "the certificate of {0} was read again", tls.key());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "what {0} names has changed and can''t be used ({1}): the certificate of"
                    + " before stays in force", tls.key(), e.toString());
        }
    }

    private Map<String, Version> versions() {
        Map<String, Version> versions = new LinkedHashMap<>();
        for (String file : files()) {
            try {
                // Through symbolic links: Kubernetes and certbot put a new link in the old one's place.
                Path real = Path.of(file).toRealPath();
                versions.put(file, new Version(Files.getLastModifiedTime(real), Files.size(real), real.toString()));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} can''t be looked at: {1}", file, e.toString());
            }
        }
        return versions;
    }

    private List<String> files() {
        return tls.traverse().filter(node -> node.isLeaf() && node.name().equals("path"))
                .map(node -> node.asString().orElse("")).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
