package simmer.host.store.jdbc;

/** What is done with a store, as metrics name it. */
public enum Operation {
    FIND, SAVE, FORGET, CLAIM, SETTLE, RELEASE, RESEND, DEAD_LETTERS, DEPTH, TAKE, PAUSE, PROBE
}
