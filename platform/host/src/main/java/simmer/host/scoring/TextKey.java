package simmer.host.scoring;

/**
 * Stands for a text that is not kept: 128 bits of its keyed hash.
 *
 * @param high the first 64 bits
 * @param low the other 64 bits
 */
record TextKey(long high, long low) {
}
