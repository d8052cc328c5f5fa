/**
 * The hashes of the Java runtime, for every room that keys, marks or checks something by one. Knows no other room.
 */
@NullMarked
package simmer.host.hashing;

import org.jspecify.annotations.NullMarked;
