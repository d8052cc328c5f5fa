"""Reads the labelled sets. Their folder is always an argument; no row of them is kept in this repository."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2
LABELS = ("negative", "neutral", "positive")

EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval "
    "disgust embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief "
    "remorse sadness surprise neutral"
).split()
_POSITIVE = set("admiration amusement approval caring desire excitement gratitude joy love optimism pride relief".split())
_AMBIGUOUS = set("confusion curiosity realization surprise".split())
_NEGATIVE = set(EMOTIONS) - _POSITIVE - _AMBIGUOUS - {"neutral"}

# How much an emotion says about anger at whoever is spoken to: our judgement, not part of the set.
_HEAT = {"anger": 1.0, "annoyance": 0.95, "disgust": 0.6, "disappointment": 0.75, "disapproval": 0.5,
         "sadness": 0.25, "grief": 0.2, "fear": 0.2, "nervousness": 0.2, "embarrassment": 0.2, "remorse": 0.1,
         "confusion": 0.15}


@dataclass(frozen=True)
class Turn:
    """A customer's turn of a rated dialogue, with the mean of its raters."""

    text: str
    rating: float
    raters: tuple[float, ...]
    dialogue: int


@dataclass(frozen=True)
class Example:
    """A training text. ``target`` sums to 1; ``heat`` and ``emotions`` are absent where the source says nothing."""

    text: str
    source: str
    target: tuple[float, float, float]
    heat: float | None = None
    emotions: tuple[int, ...] | None = None
    weight: float = 1.0


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            label, text = line.rstrip("\n").split("\t", 1)
            yield label, text


def tweets(path: Path) -> list[tuple[int, str]]:
    """Rows ``label<TAB>text`` with 0 negative, 1 neutral, 2 positive."""
    return [(int(label), text) for label, text in _rows(path)]


def emotions(path: Path) -> list[tuple[tuple[str, ...], str]]:
    """Rows ``emotion[,emotion]<TAB>text``."""
    return [(tuple(label.split(",")), text) for label, text in _rows(path)]


def banking(path: Path) -> list[str]:
    """The questions of Banking77; their intents are dropped."""
    return [text for _, text in _rows(path)]


def _polarities(names: tuple[str, ...]) -> set[int]:
    found = {POSITIVE if n in _POSITIVE else NEGATIVE if n in _NEGATIVE else NEUTRAL
             for n in names if n not in _AMBIGUOUS}
    return found or {NEUTRAL}


def fold(names: tuple[str, ...]) -> int | None:
    """The one class that a row's emotions agree on, or ``None``; ambiguous emotions alone count as neutral."""
    found = _polarities(names)
    return found.pop() if len(found) == 1 else None


def soften(names: tuple[str, ...]) -> tuple[float, float, float]:
    """A distribution over the classes: mixed emotions share it, ambiguous ones lean to neutral."""
    mass = [0.0, 0.0, 0.0]
    for name in names:
        if name in _POSITIVE:
            mass[POSITIVE] += 1.0
        elif name in _NEGATIVE:
            mass[NEGATIVE] += 1.0
        elif name == "neutral":
            mass[NEUTRAL] += 1.0
        else:
            mass[NEUTRAL] += 0.5 if len(names) > 1 else 1.0
    total = sum(mass)
    return mass[0] / total, mass[1] / total, mass[2] / total


def heat(names: tuple[str, ...]) -> float:
    """0 to 1, the most heated of a row's emotions."""
    return max((_HEAT.get(name, 0.0) for name in names), default=0.0)


def dialogues(path: Path, key: str) -> list[Turn]:
    """Rated customer turns in order; ``key`` is ``frustration`` (0 to 4) or ``satisfaction`` (1 to 5)."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            for turn in json.loads(line)["turns"]:
                if turn["role"] == "user" and turn.get(key):
                    raters = tuple(float(r) for r in turn[key] if r is not None)
                    found.append(Turn(turn["text"], sum(raters) / len(raters), raters, number))
    return found
