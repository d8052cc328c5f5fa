/**
 * What lets us in: keys and tokens, found in the options or the environment, put on requests, and taken out of whatever
 * comes back. No secret leaves this room but in a header.
 */
@NullMarked
package simmer.router.cognigy.access;

import org.jspecify.annotations.NullMarked;
