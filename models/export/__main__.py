"""``python -m export FOLDER --out OUT``: ONNX in fp32 and int8, TorchScript, and a report of what each changes.

Leaves OUT/fp32 and OUT/int8, each a folder that Simmer loads, OUT/report.json, and OUT/check-*.yaml for ``bin/simmer check``.
"""

import argparse
from pathlib import Path

from . import files, report, smoke, source
from .source import Wishes


def _pairs(text: str) -> dict[str, str]:
    try:
        return dict(pair.split("=", 1) for pair in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("must be such as LABEL_0=negative,LABEL_1=neutral,LABEL_2=positive") from None


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(prog="python -m export", description=__doc__.splitlines()[0])
    command.add_argument("folder", type=Path, help="the model: config.json, weights, tokenizer files")
    command.add_argument("--out", type=Path, required=True, help="folder to write")
    command.add_argument("--labels", type=_pairs, default={}, metavar="NAME=MOOD,…",
                         help="what labels mean whose names don't say it: negative, neutral or positive")
    command.add_argument("--languages", default="", help="what the model reads, such as en,de; any if not given")
    command.add_argument("--normalisation", choices=("none", "social"), default="none",
                         help="social: mentions become @user, links http, as models of tweets want it")
    command.add_argument("--max-tokens", type=int, default=None, help="most tokens that count, special ones included")
    command.add_argument("--half", action="store_true", help="TorchScript in fp16 and bf16 too, for GPUs")
    command.add_argument("--eight-bits", action="store_true", help="int8 weights over the whole range, for CPUs with VNNI")
    command.add_argument("--texts", type=Path, default=None,
                         help="labelled texts for the report, a line each: label<TAB>text, label as in the model's config")
    command.add_argument("--simmer", type=Path, default=None, help="an unpacked Simmer, to load and read with what was made")
    return command


def run(options: argparse.Namespace) -> dict:
    """Does it all; returns the report."""
    wishes = Wishes(options.labels, tuple(filter(None, options.languages.split(","))), options.normalisation,
                    options.max_tokens)
    model = source.load(options.folder, wishes)
    made = files.write(model, options.out, options.half, not options.eight_bits)
    found = report.write(model, made, options.out, report.labelled(model, options.texts) if options.texts else None)
    smoke.write_configurations(options.out)
    if options.simmer:
        found["simmer"] = smoke.check(options.simmer, options.out)
    return found


def main() -> None:
    found = run(parser().parse_args())
    print(report.table(found))
    if not all(found.get("simmer", {"": True}).values()):
        raise SystemExit("Simmer refused what was made; its sentences stand above")


if __name__ == "__main__":
    main()
