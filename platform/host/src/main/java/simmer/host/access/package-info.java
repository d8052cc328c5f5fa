/**
 * Who may call: API keys, names with passwords, tokens. A secret is kept as a salted hash and compared in a time that tells
 * nothing of it.
 * <p>
 * Come here to accept another kind of credential. Nothing here knows what is being called.
 */
@NullMarked
package simmer.host.access;

import org.jspecify.annotations.NullMarked;
