package simmer.host.boot;

import java.util.ArrayList;
import java.util.List;

import simmer.host.store.Outbox;
import simmer.host.store.Store;

/** A look into the outbox of an installation, whether it serves or not: no plugin, no port. */
public final class OutboxVisit implements AutoCloseable {

    private final Store store;

    private OutboxVisit(Store store) {
        this.store = store;
    }

    /** @throws BootException if the configuration is wrong or its store can't be opened */
    public static OutboxVisit of(Installation installation) {
        ConfigurationFile file = ConfigurationFile.read(installation);
        List<BootProblem> problems = new ArrayList<>();
        Assembly.checkHost(file, problems);
        if (!problems.isEmpty()) {
            throw new BootException(installation.configurationName(), problems);
        }
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
