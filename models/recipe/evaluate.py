"""``evaluate``: every figure of the card, for the model and for what it is compared with, on all dev sets."""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import baselines, behaviour, card, metrics, page, sources
from .scorer import Scorer
from .sources import LABELS, Turn

Floats = NDArray[np.float64]
_LENGTHS = ((1, 5), (6, 12), (13, 20), (21, 1000))
_DRAWS, _DIALOGUE_DRAWS = 1000, 300


@dataclass(frozen=True)
class System:
    """Something that reads texts: probabilities [rows, 3] and a frustration score if it has one."""

    name: str
    read: Callable[[list[str]], tuple[Floats, Floats | None]]


def _of(scorer: Scorer) -> Callable[[list[str]], tuple[Floats, Floats | None]]:
    def read(texts: list[str]) -> tuple[Floats, Floats | None]:
        reading = scorer.read(texts)
        return scorer.probabilities(reading), scorer.frustration(reading)

    return read


def labelled(labels: NDArray[np.int64], probabilities: Floats, words: NDArray[np.int64]) -> dict:
    """Figures of one system on one set with classes."""
    guesses = probabilities.argmax(1)
    rows = np.arange(len(labels))

    def near(figure: Callable[[NDArray, NDArray], float]) -> list[float]:
        return list(metrics.interval(lambda r: figure(labels[r], guesses[r]), rows, _DRAWS))

    classes = {}
    for index, name in enumerate(LABELS):
        classes[name] = {
            "recall": float(metrics.recalls(labels, guesses)[index]),
            "recall_interval": near(lambda y, g, i=index: float(metrics.recalls(y, g)[i])),
            "precision": float(np.nan_to_num(metrics.precisions(labels, guesses)[index])),
            "rows": int((labels == index).sum())}
    lengths = {f"{low}-{high}" if high < 1000 else f"{low} or more": {
        "rows": int(chosen.sum()), "macro_recall": metrics.macro_recall(labels[chosen], guesses[chosen])}
        for low, high in _LENGTHS if (chosen := (words >= low) & (words <= high)).any()}
    return {"rows": len(labels), "macro_recall": metrics.macro_recall(labels, guesses),
            "macro_recall_interval": near(metrics.macro_recall), "accuracy": float((labels == guesses).mean()),
            "macro_f1": metrics.macro_f1(labels, guesses), "log_loss": metrics.log_loss(labels, probabilities),
            "ece": metrics.calibration_error(labels, probabilities),
            "confidence_less_accuracy": float(probabilities.max(1).mean() - (labels == guesses).mean()),
            "classes": classes, "confusion": metrics.confusion(labels, guesses).tolist(),
            "reliability": metrics.reliability(labels, probabilities), "words": lengths}


def rated(turns: list[Turn], scores: dict[str, Floats], frustrated: Callable[[Floats], NDArray[np.bool_]],
          sign: int) -> dict:
    """Figures of one system on rated turns; intervals draw whole dialogues."""
    ratings, dialogue = np.array([t.rating for t in turns]), np.array([t.dialogue for t in turns])
    unhappy = frustrated(ratings)
    return {name: {
        "rho": metrics.rank_correlation(value, sign * ratings),
        "rho_interval": list(metrics.interval(
            lambda r, v=value: metrics.rank_correlation(v[r], sign * ratings[r]), dialogue, _DIALOGUE_DRAWS)),
        "auc": metrics.auc(unhappy, value),
        "auc_interval": list(metrics.interval(
            lambda r, v=value: metrics.auc(unhappy[r], v[r]), dialogue, _DIALOGUE_DRAWS))}
        for name, value in scores.items()}


def agreement(turns: list[Turn]) -> float:
    """Mean Spearman's rho of two raters of the same turn, over the turns that both rated."""
    found = []
    for a, b in combinations(range(max(len(t.raters) for t in turns)), 2):
        both = [t.raters for t in turns if len(t.raters) > b]
        if len(both) > 1:
            found.append(metrics.rank_correlation([r[a] for r in both], [r[b] for r in both]))
    return float(np.mean(found)) if found else 0.0


def pace(scorers: dict[str, Scorer], texts: list[str]) -> dict[str, float]:
    """CPU microseconds of an utterance, tokenizing included: the best of ten interleaved rounds, one thread, in Python."""
    best = dict.fromkeys(scorers, float("inf"))
    for _ in range(10):
        for name, scorer in scorers.items():
            began = time.process_time()
            scorer.read(texts)
            best[name] = min(best[name], (time.process_time() - began) / len(texts) * 1e6)
    return best


def figures(data: Path, systems: list[System]) -> dict:
    """All systems on all dev sets."""
    dev = data / "dev"
    tweets = sources.tweets(dev / "tweeteval-val.tsv")
    comments = [(label, text) for names, text in sources.emotions(dev / "goemotions-dev.tsv")
                if (label := sources.fold(names)) is not None]
    found: dict[str, dict] = {"classes": {}, "turns": {}}
    for name, rows in (("tweets", tweets), ("goemotions", comments)):
        labels, words = np.array([y for y, _ in rows]), np.array([len(t.split()) for _, t in rows])
        found["classes"][name] = {s.name: labelled(labels, s.read([t for _, t in rows])[0], words) for s in systems}
        print(f"measured {name}", flush=True)
    for name, key, frustrated, sign in (
            ("dfrustration", "frustration", lambda r: r >= 3, 1), ("uss-sgd", "satisfaction", lambda r: r < 2.5, -1),
            ("uss-ccpe", "satisfaction", lambda r: r < 2.5, -1)):
        turns = sources.dialogues(dev / f"{name}.jsonl", key)
        table = {}
        for system in systems:
            probabilities, heat = system.read([t.text for t in turns])
            scores = {"negative": probabilities[:, 0], "valence": (1 + probabilities[:, 0] - probabilities[:, 2]) / 2}
            table[system.name] = rated(turns, scores | ({} if heat is None else {"frustration": heat}), frustrated, sign)
        found["turns"][name] = {"rows": len(turns), "unhappy": int(sum(frustrated(np.array([t.rating for t in turns])))),
                                "agreement": agreement(turns), "systems": table}
        print(f"measured {name}", flush=True)
    return found


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--model", type=Path, required=True, help="model folder; figures, page and card go there")
    parser.add_argument("--fp32", type=Path, required=True, help="the fp32 graph that export left in the work folder")
    parser.add_argument("--against", action="append", default=[], metavar="NAME=FOLDER", help="another model folder")


def run(options: argparse.Namespace) -> None:
    ours = Scorer(options.model)
    others = {name: Scorer(Path(folder)) for name, folder in (pair.split("=", 1) for pair in options.against)}
    words = baselines.bag_of_words(options.data)
    systems = [System("always neutral", lambda texts: (baselines.always_neutral(texts), None)),
               System("TF-IDF + LR", lambda texts: (words.predict_proba(texts), None)),
               *(System(name, _of(scorer)) for name, scorer in others.items()),
               System("Simmer fp32", _of(Scorer(options.model, options.fp32))), System("Simmer int8", _of(ours))]
    found = figures(options.data, systems)
    typical = sorted({t.text for t in sources.dialogues(options.data / "dev" / "dfrustration.jsonl", "frustration")})[:200]
    found["cpu_microseconds"] = pace(others | {"Simmer int8": ours}, typical)
    found["megabytes"] = round((options.model / "model.onnx").stat().st_size / 1e6, 2)
    suites = {name: behaviour.summary(behaviour.rates(s)[0]) for name, s in (others | {"Simmer int8": ours}).items()}
    found["behaviour"] = suites
    found["simmer"] = ours.options
    (options.model / "evaluation.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    (options.model / "evaluation.html").write_text(page.render(found), encoding="utf-8")
    (options.model / "MODEL_CARD.md").write_text(card.render(found), encoding="utf-8")
    print(card.tables(found))
