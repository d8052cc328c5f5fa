/**
 * The model {@code onnx}: any three-way sentiment model in ONNX format, on the CPU, by ONNX Runtime. Come here to change
 * how the engine is loaded and set; how a model is described and read lies in {@code simmer.model.djl}.
 */
@NullMarked
package simmer.model.onnx;

import org.jspecify.annotations.NullMarked;
