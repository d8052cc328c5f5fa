@NullMarked
package simmer.host.store.jdbc;

import org.jspecify.annotations.NullMarked;
