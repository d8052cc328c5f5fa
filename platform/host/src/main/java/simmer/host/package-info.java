/**
 * The commands, and their exit codes: 0 fine, 1 failed, 2 wrong use or configuration.
 * <p>
 * Come here to add a command.
 */
@NullMarked
package simmer.host;

import org.jspecify.annotations.NullMarked;
