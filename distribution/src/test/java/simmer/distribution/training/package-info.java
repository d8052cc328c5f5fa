/** What the build makes by running the image that it has made. Come here to change what a fresh Simmer has seen before. */
@NullMarked
package simmer.distribution.training;

import org.jspecify.annotations.NullMarked;
