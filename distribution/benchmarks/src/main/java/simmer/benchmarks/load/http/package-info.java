/**
 * A client and a stand-in for Cognigy that take as little as they can from the cores they share with the server measured:
 * blocking sockets, bytes prepared beforehand, and of HTTP/1.1 only what these servers speak.
 */
@NullMarked
package simmer.benchmarks.load.http;

import org.jspecify.annotations.NullMarked;
