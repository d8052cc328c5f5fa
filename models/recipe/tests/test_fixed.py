"""Fixed scales, on a graph of two products."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from recipe import fixed

_WIDTH = 16


def _graph(file: Path) -> None:
    random = np.random.default_rng(5)
    nodes, constants, value = [], [], "x"
    for layer in ("a", "b"):
        constants += [numpy_helper.from_array(random.normal(size=(_WIDTH, _WIDTH)).astype(np.float32), f"{layer}_weight"),
                      numpy_helper.from_array(random.normal(size=_WIDTH).astype(np.float32), f"{layer}_bias")]
        nodes += [helper.make_node("MatMul", [value, f"{layer}_weight"], [f"{layer}_product"], name=f"{layer}_product"),
                  helper.make_node("Add", [f"{layer}_bias", f"{layer}_product"], [f"{layer}_sum"], name=f"{layer}_sum")]
        value = f"{layer}_sum"
    sides = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", _WIDTH]) for name in ("x", value)]
    model = helper.make_model(helper.make_graph(nodes, "two", sides[:1], sides[1:], constants),
                              opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(file))


def _run(file: Path, rows: np.ndarray) -> np.ndarray:
    return onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"]).run(None, {"x": rows})[0]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    fp32, int8 = tmp_path / "fp32.onnx", tmp_path / "int8.onnx"
    _graph(fp32)
    quantize_dynamic(str(fp32), str(int8), per_channel=True, weight_type=QuantType.QInt8)
    return fp32, int8


def test_company_changes_nothing(files: tuple[Path, Path]) -> None:
    fp32, int8 = files
    random = np.random.default_rng(7)
    sample = [{"x": random.normal(size=(3, _WIDTH)).astype(np.float32)} for _ in range(200)]
    quiet = random.normal(size=(1, _WIDTH)).astype(np.float32)
    loud = np.concatenate([quiet, 50 * random.normal(size=(1, _WIDTH)).astype(np.float32)])
    assert np.abs(_run(int8, loud)[0] - _run(int8, quiet)[0]).max() > 0.1
    fixed.fix(int8, fp32, sample)
    assert np.array_equal(_run(int8, loud)[0], _run(int8, quiet)[0])
    exact = _run(fp32, quiet)
    assert np.abs(_run(int8, quiet) - exact).max() < 0.03 * np.abs(exact).max()
    assert {node.op_type for node in onnx.load(str(int8)).graph.node} == {"QuantizeLinear", "MatMulIntegerToFloat"}


def test_ranges_hold_nought_and_the_extremes(files: tuple[Path, Path]) -> None:
    rows = np.linspace(1, 2, _WIDTH, dtype=np.float32)[None]
    assert fixed.ranges(files[0], ["x"], [{"x": rows}, {"x": rows * 2}]) == {"x": (0.0, 4.0)}
