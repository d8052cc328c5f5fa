package simmer.host.boot;

import java.time.Duration;
import java.util.List;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.EmbeddedStoreConfig;
import simmer.host.configuration.Installation;
import simmer.host.configuration.PostgresStoreConfig;
import simmer.host.configuration.StoreConfig;
import simmer.host.store.StoreException;
import simmer.host.store.jdbc.JdbcStore;
import simmer.host.store.jdbc.PostgresServer;
import simmer.host.store.jdbc.StoreListener;

/** Opens the store that a configuration names. */
final class StoreOpening {

    private static final System.Logger LOG = System.getLogger(StoreOpening.class.getName());

    private StoreOpening() {
    }

    /**
     * @throws ConfigurationException if it can't be opened: someone else has it, it is away, or its place is not ours to
     * write
     */
    static JdbcStore open(Installation installation, StoreConfig options, StoreListener listener) {
        try {
            return options.postgres().map(postgres -> postgres(postgres, listener))
                    .orElseGet(() -> embedded(installation, options, listener));
        } catch (StoreException e) {
            throw problem(installation, e);
        }
    }

    /** The same beside the Simmer that serves, to look into it; the embedded one too. */
    static JdbcStore visit(Installation installation, StoreConfig options) {
        try {
            return options.postgres().map(postgres -> postgres(postgres, (_, _, _) -> {
            })).orElseGet(() -> JdbcStore.embeddedBeside(installation.data(), timeout(options)));
        } catch (StoreException e) {
            throw problem(installation, e);
        }
    }

    private static Duration timeout(StoreConfig options) {
        return options.embedded().orElseGet(EmbeddedStoreConfig::create).timeout();
    }

    private static ConfigurationException problem(Installation installation, StoreException e) {
        return new ConfigurationException(installation.configurationName(),
                List.of(new ConfigurationProblem("simmer.store", String.valueOf(e.getMessage()))));
    }

    private static JdbcStore embedded(Installation installation, StoreConfig options, StoreListener listener) {
        JdbcStore store = JdbcStore.embedded(installation.data(), installation.emptyStore(), timeout(options), listener);
        LOG.log(System.Logger.Level.INFO, "store: embedded, in {0}", installation.data());
        return store;
    }

    private static JdbcStore postgres(PostgresStoreConfig options, StoreListener listener) {
        PostgresServer server = new PostgresServer(options.url(), options.user(), options.password(), options.poolSize(),
                options.timeout(), options.waitAtStart());
        JdbcStore store = JdbcStore.postgres(server, listener);
        LOG.log(System.Logger.Level.INFO, "store: postgres, at {0}", server.address());
        return store;
    }
}
