"""``python -m recipe COMMAND``."""

import argparse
import importlib

_COMMANDS = {
    "data": "read the labelled sets, write the corpus and the tokenizer",
    "train": "fine-tune the base on the corpus",
    "export": "write the int8 ONNX folder",
    "calibrate": "fit and write the calibration",
    "evaluate": "all figures, baselines, page and card",
    "behaviour": "run the behaviour suite",
    "parity": "write the table of probabilities that other runtimes are compared with",
    "torchscript": "write the TorchScript folder",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m recipe", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, summary in _COMMANDS.items():
        module = importlib.import_module(f"recipe.{name}")
        sub = commands.add_parser(name, help=summary, description=module.__doc__)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
