"""``parity``: writes the table that every other runtime's probabilities are compared with.

Columns: the text as a JSON string; negative, neutral, positive by the fp32 graph; the same by the shipped int8 file.
All after normalisation and calibration, one text a run, one thread. The fp32 graph is not shipped: the recipe makes it.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from .scorer import Scorer

_TEXTS = Path(__file__).parent / "behaviour" / "parity-texts.txt"
_HEADER = "text\tfp32_negative\tfp32_neutral\tfp32_positive\tint8_negative\tint8_neutral\tint8_positive"


def texts() -> list[str]:
    """One JSON string a line, so that tabs, line ends and emoji survive."""
    return [json.loads(line) for line in _TEXTS.read_text(encoding="utf-8").splitlines() if line]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, required=True, help="model folder")
    parser.add_argument("--fp32", type=Path, required=True, help="the fp32 graph that export left in the work folder")
    parser.add_argument("--out", type=Path, required=True, help="table to write")


def run(options: argparse.Namespace) -> None:
    rows = texts()
    small, full = Scorer(options.model), Scorer(options.model, options.fp32)
    ours, theirs = (s.probabilities(s.read(rows)) for s in (small, full))
    with options.out.open("w", encoding="utf-8") as table:
        table.write(_HEADER + "\n")
        for text, exact, quick in zip(rows, theirs, ours, strict=True):
            figures = "\t".join(f"{value:.6f}" for value in (*exact, *quick))
            table.write(f"{json.dumps(text)}\t{figures}\n")
    print(f"{len(rows)} texts, int8 differs from fp32 by at most {np.abs(ours - theirs).max():.4f}, "
          f"in the mean {np.abs(ours - theirs).mean():.4f}; the winner differs for "
          f"{int((ours.argmax(1) != theirs.argmax(1)).sum())}")
