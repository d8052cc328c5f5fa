/** The run that the build's AOT cache is made of. Come here to change what a fresh Simmer has seen before. */
@NullMarked
package simmer.distribution.training;

import org.jspecify.annotations.NullMarked;
