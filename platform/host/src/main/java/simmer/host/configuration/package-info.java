/**
 * What may be configured, and whether it is: the options as blueprints, the YAML file with the environment's overrides, and
 * all that is found wrong with them, told at once. Knows other rooms only for the bounds of what they take; nothing here
 * opens anything.
 * <p>
 * Come here to add an option of the host: declare it in a blueprint, and check its range in {@link HostOptions}.
 */
@NullMarked
package simmer.host.configuration;

import org.jspecify.annotations.NullMarked;
