/**
 * From a configuration to a running pipeline: loading what it names, opening it in order, and closing it in reverse. This
 * room knows all others of the host and none knows it.
 */
@NullMarked
package simmer.host.boot;

import org.jspecify.annotations.NullMarked;
