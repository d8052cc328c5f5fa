package simmer.host.store.jdbc;

/** What a write outlives once it is acknowledged, where the engine leaves the choice. */
enum Durability {
    /** This process: what was written may be lost if the machine loses its power within the next seconds. */
    PROCESS,
    /** The machine's loss of power too, at the price of a wait for the disk. */
    MACHINE
}
