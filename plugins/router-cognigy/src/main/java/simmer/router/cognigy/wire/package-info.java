/**
 * HTTP/1.1 to Cognigy: connections, one exchange at a time, and every way in which it can go wrong. What is said and with
 * which key is decided elsewhere. Helidon opens the connections; the exchange is ours, for each must end within bounds in
 * bytes and time whatever the other side does, interim answers and oddly spelt headers included.
 */
@NullMarked
package simmer.router.cognigy.wire;

import org.jspecify.annotations.NullMarked;
