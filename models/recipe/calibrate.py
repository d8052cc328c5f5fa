"""``calibrate``: fits temperature and vector scaling on the dev sets, compares them held out, writes the one chosen.

Later and foreign texts are harder than the dev sets, so a model that is calibrated there is too sure elsewhere. The
``--margin`` makes it less sure than it is right on the dev sets, by that much in the mean of the sets.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, minimize

from . import metrics, sources
from .scorer import Scorer, softmax

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """calibrated logit = scale * logit + bias, class by class."""

    scale: Floats
    bias: Floats

    def __call__(self, logits: Floats) -> Floats:
        return softmax(logits * self.scale + self.bias)


@dataclass(frozen=True)
class Labelled:
    """A dev set's raw logits and true classes."""

    name: str
    logits: Floats
    labels: NDArray[np.int64]

    def part(self, rows: NDArray[np.int64]) -> "Labelled":
        return Labelled(self.name, self.logits[rows], self.labels[rows])


def plain(temperature: float = 1.0) -> Fit:
    """One temperature for all classes."""
    return Fit(np.full(3, 1 / temperature), np.zeros(3))


def _loss(fit: Fit, sets: list[Labelled]) -> float:
    return float(np.mean([metrics.log_loss(s.labels, fit(s.logits)) for s in sets]))


def fit_temperature(sets: list[Labelled]) -> Fit:
    """The temperature of least log loss, each set with the same weight."""
    found = minimize(lambda x: _loss(plain(float(np.exp(x[0]))), sets), [0.0], method="Nelder-Mead")
    return plain(float(np.exp(found.x[0])))


def fit_vector(sets: list[Labelled], pull: float = 1e-3) -> Fit:
    """A scale and a bias for each class, held near 1 and 0 by ``pull``; the biases sum to 0."""
    def unpack(x: Floats) -> Fit:
        return Fit(np.exp(x[:3]), x[3:] - x[3:].mean())

    found = minimize(lambda x: _loss(unpack(x), sets) + pull * float(x @ x), np.zeros(6), method="L-BFGS-B")
    return unpack(found.x)


def gap(fit: Fit, sets: list[Labelled]) -> float:
    """Mean confidence less share right, in the mean of the sets; below 0 the model is too modest."""
    return float(np.mean([fit(s.logits).max(1).mean() - (fit(s.logits).argmax(1) == s.labels).mean() for s in sets]))


def modest(fit: Fit, sets: list[Labelled], margin: float) -> Fit:
    """``fit`` flattened until its gap is ``-margin``; the winning class of every row stays."""
    def flat(divisor: float) -> Fit:
        return Fit(fit.scale / divisor, fit.bias / divisor)

    return flat(brentq(lambda divisor: gap(flat(divisor), sets) + margin, 0.3, 5.0))


def held_out(sets: list[Labelled], seed: int = 3) -> dict[str, dict[str, float]]:
    """ECE of every set by each method, fitted on one half and measured on the other, both ways."""
    rng = np.random.default_rng(seed)
    halves = [rng.permutation(len(s.labels)) for s in sets]
    table: dict[str, dict[str, float]] = {}
    for name, make in (("none", lambda _: plain()), ("temperature", fit_temperature), ("vector", fit_vector)):
        seen = {s.name: np.zeros((len(s.labels), 3)) for s in sets}
        for side in (0, 1):
            fit = make([s.part(h[side::2]) for s, h in zip(sets, halves, strict=True)])
            for s, h in zip(sets, halves, strict=True):
                rows = h[1 - side::2]
                seen[s.name][rows] = fit(s.logits[rows])
        table[name] = {s.name: metrics.calibration_error(s.labels, seen[s.name]) for s in sets}
        table[name] |= {f"{s.name} macro recall": metrics.macro_recall(s.labels, seen[s.name].argmax(1)) for s in sets}
    return table


def fit_frustration(logits: Floats, ratings: Floats) -> tuple[float, float]:
    """Scale and bias that make the logistic of the logits follow the raters' mean divided by 4."""
    target = ratings / 4

    def cost(x: Floats) -> float:
        z = x[0] * logits + x[1]
        return float(np.mean(np.logaddexp(0, z) - target * z))

    found = minimize(cost, np.array([1.0, 0.0]), method="Nelder-Mead")
    return float(found.x[0]), float(found.x[1])


def dev_sets(scorer: Scorer, data: Path) -> list[Labelled]:
    """The two labelled dev sets with the model's raw logits."""
    tweets = sources.tweets(data / "dev" / "tweeteval-val.tsv")
    comments = [(sources.fold(names), text) for names, text in sources.emotions(data / "dev" / "goemotions-dev.tsv")]
    found = []
    for name, rows in (("tweets", tweets), ("goemotions", [(c, t) for c, t in comments if c is not None])):
        found.append(Labelled(name, scorer.read([t for _, t in rows]).logits, np.array([c for c, _ in rows])))
    return found


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--model", type=Path, required=True, help="exported folder; its config.json is rewritten")
    parser.add_argument("--method", choices=("temperature", "vector"), default="temperature")
    parser.add_argument("--margin", type=float, default=0.03)


def run(options: argparse.Namespace) -> None:
    scorer = Scorer(options.model)
    sets = dev_sets(scorer, options.data)
    for name, row in held_out(sets).items():
        print(f"held out, {name:12}", "  ".join(f"{key} {value:.4f}" for key, value in row.items()))
    best = fit_temperature(sets) if options.method == "temperature" else fit_vector(sets)
    chosen = modest(best, sets, options.margin) if options.margin else best
    file = options.model / "config.json"
    config = json.loads(file.read_text(encoding="utf-8"))
    config["simmer"]["calibration"] = {"scale": [round(float(v), 5) for v in chosen.scale],
                                       "bias": [round(float(v), 5) for v in chosen.bias]}
    if "frustration" in config["simmer"]:
        turns = sources.dialogues(options.data / "dev" / "dfrustration.jsonl", "frustration")
        heat = scorer.read([turn.text for turn in turns]).frustration
        assert heat is not None
        scale, bias = fit_frustration(heat, np.array([turn.rating for turn in turns]))
        config["simmer"]["frustration"] = {"scale": round(scale, 5), "bias": round(bias, 5)}
    file.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    for s in sets:
        print(f"{s.name}: ECE {metrics.calibration_error(s.labels, chosen(s.logits)):.4f}, gap {gap(chosen, [s]):+.4f}")
    print(json.dumps(config["simmer"]))
