"""``behaviour``: runs the CheckList-style suite on a model folder and prints the pass rate of each capability."""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from .behaviour_cases import Case, cases
from .scorer import Scorer
from .sources import LABELS

_SLACK = 0.02  # a directional case may miss by this much of P(negative)


def passes(case: Case, ours: np.ndarray, theirs: np.ndarray | None) -> bool:
    """Whether the probabilities of a case's text (and of the text it is compared with) are as it asks."""
    if case.kind == "label":
        return LABELS[int(ours.argmax())] in case.expected.split("|")
    assert theirs is not None
    if case.kind == "same":
        return int(ours.argmax()) == int(theirs.argmax())
    gap = (ours[0] - ours[2]) - (theirs[0] - theirs[2])
    return bool(gap >= -_SLACK) if case.kind == "hotter" else bool(gap <= _SLACK)


def rates(scorer: Scorer) -> tuple[dict[str, tuple[int, int]], list[tuple[Case, list[float]]]]:
    """Passed and all cases of each capability, and the failures with their probabilities."""
    suite = cases()
    texts = sorted({case.text for case in suite} | {case.expected for case in suite if case.kind != "label"})
    known = dict(zip(texts, scorer.probabilities(scorer.read(texts)), strict=True))
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    failures = []
    for case in suite:
        good = passes(case, known[case.text], known.get(case.expected) if case.kind != "label" else None)
        count[case.capability][0] += good
        count[case.capability][1] += 1
        if not good:
            failures.append((case, [round(float(p), 3) for p in known[case.text]]))
    return {name: (good, of) for name, (good, of) in count.items()}, failures


def summary(counts: dict[str, tuple[int, int]]) -> dict[str, dict]:
    """The rates as JSON, the total last."""
    table = {name: {"passed": good, "cases": of, "rate": round(good / of, 4)} for name, (good, of) in counts.items()}
    good, of = sum(c[0] for c in counts.values()), sum(c[1] for c in counts.values())
    return table | {"all": {"passed": good, "cases": of, "rate": round(good / of, 4)}}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, required=True, help="model folder")
    parser.add_argument("--failures", action="store_true", help="print the cases that failed")


def run(options: argparse.Namespace) -> None:
    counts, failures = rates(Scorer(options.model))
    for name, row in summary(counts).items():
        print(f"{name:24} {row['passed']:4} of {row['cases']:4}  {row['rate']:.1%}")
    if options.failures:
        for case, probabilities in failures:
            print(json.dumps({**case.__dict__, "probabilities": probabilities}, ensure_ascii=False))
