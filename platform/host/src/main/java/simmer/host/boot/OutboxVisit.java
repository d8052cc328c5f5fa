package simmer.host.boot;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.HostCheck;
import simmer.host.configuration.Installation;
import simmer.host.configuration.SimmerConfig;
import simmer.host.configuration.StoreConfig;
import simmer.host.store.Outbox;
import simmer.host.store.Store;

/** A look into the outbox of an installation, whether it serves or not: no plugin, no port. */
public final class OutboxVisit implements AutoCloseable {

    private final Store store;

    private OutboxVisit(Store store) {
        this.store = store;
    }

    /** @throws ConfigurationException if the configuration is wrong or its store can't be opened */
    public static OutboxVisit of(Installation installation) {
        ConfigurationFile file = ConfigurationFile.read(installation);
        ConfigurationException.throwIfAny(installation, HostCheck.of(file).problems());
        StoreConfig options = SimmerConfig.create(file.effective().get("simmer")).store();
        return new OutboxVisit(StoreOpening.visit(installation, options));
    }

    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public void close() {
        store.close();
    }
}
