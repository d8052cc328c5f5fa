"""Writes the folders that Simmer loads."""

import copy
import json
import warnings
from pathlib import Path

import torch
from recipe.export import to_int8

from .source import Source, example

HALVES = {"fp16": torch.float16, "bf16": torch.bfloat16}


def write(source: Source, out: Path, half: bool, seven_bits: bool) -> dict[str, Path]:
    """The networks written, by what the report calls them."""
    fp32, int8 = out / "fp32", out / "int8"
    for folder in (fp32, int8):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config.json").write_text(json.dumps(source.config, indent=2) + "\n", encoding="utf-8")
        source.tokenizer.save(str(folder / "tokenizer.json"))
    made = {"ONNX fp32": fp32 / "model.onnx", "ONNX int8": int8 / "model.onnx", "TorchScript fp32": fp32 / "model.pt"}
    to_onnx(source, made["ONNX fp32"])
    to_int8(made["ONNX fp32"], made["ONNX int8"], seven_bits)
    to_torchscript(source, made["TorchScript fp32"], None)
    for name, kind in HALVES.items() if half else ():
        made[f"TorchScript {name}"] = fp32 / f"model-{name}.pt"
        to_torchscript(source, made[f"TorchScript {name}"], kind)
    return made


def to_onnx(source: Source, file: Path) -> None:
    """The fp32 graph, with free rows and tokens."""
    names = source.network.inputs
    axes = {name: {0: "rows", 1: "tokens"} for name in names} | {"logits": {0: "rows"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(source.network, example(source.network, source.pad_id), str(file), input_names=list(names),
                          output_names=["logits"], dynamic_axes=axes, opset_version=17, dynamo=False)


def to_torchscript(source: Source, file: Path, kind: torch.dtype | None) -> None:
    """Traced on the CPU, yet for any device. ``kind`` turns the weights into halves."""
    network = copy.deepcopy(source.network).to(kind) if kind else source.network
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        traced = torch.jit.trace(network.eval(), example(network, source.pad_id), check_trace=False)
        traced = torch.jit.freeze(traced, optimize_numerics=False)
    _follow_the_inputs_device(traced)
    traced.save(str(file))


def _follow_the_inputs_device(traced: torch.jit.ScriptModule) -> None:
    """Tracing wrote down that new tensors lie on the CPU; on a GPU they must lie where the tokens are."""
    graph = traced.graph
    fixed = [node for node in graph.findAllNodes("prim::Constant") if str(node.output().type()) == "Device"]
    if not fixed:
        return
    ids = list(graph.inputs())[1]
    where = graph.create("prim::device", [ids], 1)
    where.output().setType(torch._C.DeviceObjType.get())
    graph.prependNode(where)
    for node in fixed:
        node.output().replaceAllUsesWith(where.output())
    graph.lint()
