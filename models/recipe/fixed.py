"""Fixed scales for an int8 graph, so that an utterance reads the same alone and in any company.

The quantiser's graph takes the scale of each activation from all that lies in the batch. Here each keeps the range that it had
over a sample of texts; what goes beyond is cut off.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

Feed = dict[str, NDArray[np.int64]]
Range = tuple[float, float]

_LEVELS = 255


def fix(int8: Path, fp32: Path, feeds: Iterable[Feed]) -> None:
    """Rewrites ``int8``, which was made from ``fp32``; ``feeds`` are what both would be given."""
    model = onnx.load(str(int8))
    graph = model.graph
    scaled = [node for node in graph.node if node.op_type == "DynamicQuantizeLinear"]
    spans = ranges(fp32, [node.input[0] for node in scaled], feeds)
    readers = {name: [node for node in graph.node if name in node.input] for node in graph.node for name in node.output}
    replaced: dict[str, list[NodeProto]] = {}
    for node in scaled:
        value, scale, zero = node.output
        graph.initializer.extend(_constants(spans[node.input[0]], scale, zero))
        replaced[node.name] = [helper.make_node("QuantizeLinear", [node.input[0], scale, zero], [value], name=f"{node.name}_fixed")]
        for product in readers[value]:
            replaced |= _product(product, scale, zero, readers)
    nodes = [new for node in graph.node for new in replaced.get(node.name, [node])]
    del graph.node[:]
    graph.node.extend(nodes)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.checker.check_model(model)
    onnx.save(model, str(int8))


def ranges(fp32: Path, tensors: list[str], feeds: Iterable[Feed]) -> dict[str, Range]:
    """The least and the largest value of each tensor, 0 always within."""
    model = onnx.load(str(fp32))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in tensors)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    least, most = np.zeros(len(tensors)), np.zeros(len(tensors))
    for feed in feeds:
        values = session.run(tensors, feed)
        least = np.minimum(least, [value.min() for value in values])
        most = np.maximum(most, [value.max() for value in values])
    return {name: (float(a), float(b)) for name, a, b in zip(tensors, least, most, strict=True)}


def _constants(span: Range, scale: str, zero: str) -> list[TensorProto]:
    least, most = span
    step = np.float32((most - least) / _LEVELS)
    return [numpy_helper.from_array(np.array(step), scale),
            numpy_helper.from_array(np.array(np.clip(round(-least / step), 0, _LEVELS), dtype=np.uint8), zero)]


def _product(product: NodeProto, scale: str, zero: str, readers: dict[str, list[NodeProto]]) -> dict[str, list[NodeProto]]:
    """The quantiser's five nodes as ONNX Runtime's one, which it no longer makes of them once the scales are constants."""
    (cast,) = readers[product.output[0]]
    (back,) = readers[cast.output[0]]
    (scales,) = [node for node in readers.get(scale, []) if node.output[0] in back.input]
    (add,) = readers[back.output[0]]
    (weight_scale,) = [name for name in scales.input if name != scale]
    (bias,) = [name for name in add.input if name != back.output[0]]
    one = helper.make_node("MatMulIntegerToFloat", [*product.input[:2], scale, weight_scale, zero, product.input[3], bias],
                           [add.output[0]], name=f"{product.name}_fixed", domain="com.microsoft")
    return {product.name: [one]} | {node.name: [] for node in (cast, back, scales, add)}
