package simmer.host.boot;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

import io.helidon.metrics.api.Metrics;

/**
 * What every start needs late and nothing configures: begun on another core while the configuration is read and the model
 * loads. Nobody waits for it. What it has not come to, or failed at, is done where it is needed, and told there.
 */
final class HeadStart {

    private static final System.Logger LOG = System.getLogger(HeadStart.class.getName());

    private HeadStart() {
    }

    /** Begins, on a platform thread: most of this is loading of classes, at which a virtual one would hold its carrier. */
    static void begin() {
        Thread.ofPlatform().name("head-start").daemon().start(HeadStart::run);
    }

    private static void run() {
        try {
            Metrics.globalRegistry();
            SSLContext.getDefault();
        } catch (NoSuchAlgorithmException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "left to who needs it", e);
        }
    }
}
