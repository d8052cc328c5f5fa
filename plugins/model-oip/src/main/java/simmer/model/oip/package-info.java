/**
 * The model {@code oip}: text becomes tokens here, and a model server makes logits of them, over version 2 of the Open
 * Inference Protocol. Come here to change how servers are called, chosen, left alone and looked after.
 */
@NullMarked
package simmer.model.oip;

import org.jspecify.annotations.NullMarked;
