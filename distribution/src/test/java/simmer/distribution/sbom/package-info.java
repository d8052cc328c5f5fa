/** The release's list of contents. Come here to change what it says of a file that ships. */
@NullMarked
package simmer.distribution.sbom;

import org.jspecify.annotations.NullMarked;
