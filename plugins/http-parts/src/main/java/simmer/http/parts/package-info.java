/**
 * What plugins share that call services over HTTP: when a call's time is up, whose certificates are trusted, and how what
 * comes back is shown. Come here to change one of these for all of them.
 */
@NullMarked
package simmer.http.parts;

import org.jspecify.annotations.NullMarked;
