/**
 * From YAML to a running pipeline: reading and checking the configuration, loading what it names, opening it in order,
 * and closing it in reverse. This room knows all others of the host and none knows it.
 * <p>
 * Come here to add an option of the host: declare it in a blueprint, and check its range in {@code HostOptions}.
 */
@NullMarked
package simmer.host.boot;

import org.jspecify.annotations.NullMarked;
