"""``torchscript``: writes the fp32 network for a PyTorch backend. It answers a tuple: logits[, frustration]."""

import argparse
import shutil
from pathlib import Path

import torch

from . import network
from .export import example
from .plain import Plain


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="run")
    parser.add_argument("--weights", default="last", choices=("averaged", "last"))
    parser.add_argument("--model", type=Path, required=True, help="exported folder whose config and tokenizer go along")
    parser.add_argument("--out", type=Path, required=True, help="folder to write model.pt, config.json, tokenizer.json to")
    parser.add_argument("--frustration", action="store_true")


def run(options: argparse.Namespace) -> None:
    options.out.mkdir(parents=True, exist_ok=True)
    model = network.load(options.work / options.name / f"{options.weights}.pt")
    plain = Plain(model, options.frustration).eval()
    with torch.no_grad():
        traced = torch.jit.trace(plain, example(), check_trace=False)
        ids, mask, types = (torch.cat([part, part], 1) for part in example())
        gap = max(float((a - b).abs().max()) for a, b in zip(traced(ids, mask, types), plain(ids, mask, types), strict=True))
    if gap > 1e-5:
        raise SystemExit(f"the traced network differs by {gap:.1e}")
    traced.save(str(options.out / "model.pt"))
    for name in ("config.json", "tokenizer.json"):
        shutil.copyfile(options.model / name, options.out / name)
    print(f"model.pt, differs from the network by at most {gap:.1e}")
