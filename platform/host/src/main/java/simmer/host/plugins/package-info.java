/**
 * How plugins are found: folders and jars, a class loader for each, and the catalogue of what they provide.
 * <p>
 * Come here to change what a plugin may be made of. Nothing here knows any plugin by name.
 */
@NullMarked
package simmer.host.plugins;

import org.jspecify.annotations.NullMarked;
