/**
 * The model {@code pytorch}: any three-way sentiment model as TorchScript, on a CPU or a GPU, by PyTorch's native library.
 * Come here to change how that library is found, checked and set; how a model is described and read lies in
 * {@code simmer.model.djl}.
 */
@NullMarked
package simmer.model.pytorch;

import org.jspecify.annotations.NullMarked;
