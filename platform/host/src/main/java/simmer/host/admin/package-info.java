/**
 * What an operator sees on the administration port: health and metrics.
 * <p>
 * Come here to add a metric.
 */
@NullMarked
package simmer.host.admin;

import org.jspecify.annotations.NullMarked;
