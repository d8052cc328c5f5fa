"""``export``: writes the folder that Simmer loads (int8), and beside the work files the fp32 graph it came from."""

import argparse
import json
import random
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from . import data, fixed, network, scorer
from .plain import Plain
from .sources import LABELS

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_MAX_TOKENS = 128


def example() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Inputs to trace with: two rows of different lengths."""
    ids = torch.randint(5, 1_000, (2, 9))
    mask = torch.ones_like(ids)
    mask[1, 6:] = 0
    return ids, mask, torch.zeros_like(ids)


def to_onnx(model: Plain, file: Path) -> None:
    """The fp32 graph with free rows and tokens; rows of ``logits`` and, if the model has it, ``frustration``."""
    outputs = ["logits"] if model.frustration is None else ["logits", "frustration"]
    axes = {name: {0: "rows", 1: "tokens"} for name in _INPUTS} | {name: {0: "rows"} for name in outputs}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(model.eval(), example(), str(file), input_names=list(_INPUTS), output_names=outputs,
                          dynamic_axes=axes, opset_version=17, dynamo=False)


def to_int8(source: Path, target: Path, seven_bits: bool) -> None:
    """Dynamic int8, per channel, heads left in fp32; ``seven_bits`` rules out saturation on CPUs without VNNI."""
    gemms = [node.name for node in onnx.load(str(source)).graph.node if node.op_type == "Gemm"]
    heads = gemms + [f"{name}_MatMul" for name in gemms]  # the quantiser renames what it splits
    quantize_dynamic(str(source), str(target), per_channel=True, reduce_range=seven_bits, weight_type=QuantType.QInt8,
                     nodes_to_exclude=heads)


def sample(work: Path, texts: int, seed: int) -> Iterator[fixed.Feed]:
    """So many texts of the corpus, each a batch of its own."""
    tokenizer = scorer.tokenizer(work / "tokenizer.json", _MAX_TOKENS)
    for drawn in random.Random(seed).sample(data.read(work), texts):
        yield scorer.feed(tokenizer.encode(drawn.text).ids)


def config(shape: dict, simmer: dict) -> dict:
    """``config.json`` in Hugging Face's layout plus the object ``simmer``."""
    return {"architectures": ["BertForSequenceClassification"], "model_type": "bert", **shape,
            "id2label": {str(i): name for i, name in enumerate(LABELS)},
            "label2id": {name: i for i, name in enumerate(LABELS)}, "simmer": simmer}


def uncalibrated(with_frustration: bool) -> dict:
    """The object ``simmer`` before ``calibrate`` has fitted it."""
    plain = {"languages": ["en"], "max_tokens": _MAX_TOKENS, "normalisation": "social", "batch_independent": True,
             "calibration": {"scale": [1.0] * 3, "bias": [0.0] * 3}}
    return plain | ({"frustration": {"scale": 1.0, "bias": 0.0}} if with_frustration else {})


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--work", type=Path, required=True, help="work folder of the data command")
    parser.add_argument("--name", default="run", help="sub-folder of the run")
    parser.add_argument("--weights", default="last", choices=("averaged", "last"))
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--frustration", action="store_true", help="add the frustration output")
    parser.add_argument("--eight-bits", action="store_true", help="weights over the whole int8 range")
    parser.add_argument("--sample", type=int, default=1_000, help="texts of the corpus that the activations' scales come from")
    parser.add_argument("--seed", type=int, default=20)


def run(options: argparse.Namespace) -> None:
    model = network.load(options.work / options.name / f"{options.weights}.pt").eval()
    options.out.mkdir(parents=True, exist_ok=True)
    fp32 = options.work / options.name / "fp32.onnx"
    to_onnx(Plain(model, options.frustration), fp32)
    to_int8(fp32, options.out / "model.onnx", not options.eight_bits)
    fixed.fix(options.out / "model.onnx", fp32, sample(options.work, options.sample, options.seed))
    shutil.copyfile(options.work / "tokenizer.json", options.out / "tokenizer.json")
    simmer = uncalibrated(options.frustration)
    text = json.dumps(config(network.shape(model), simmer), indent=2) + "\n"
    (options.out / "config.json").write_text(text, encoding="utf-8")
    for file in (fp32, options.out / "model.onnx"):
        print(f"{file.name:12} {file.stat().st_size / 1e6:.1f} MB")
