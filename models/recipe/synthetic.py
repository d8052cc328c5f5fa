"""Customers' turns written by templates, because no labelled set of turns said to a bot may be trained on.

The templates and their classes are ours (``templates.tsv``, ``slots.json``); the same seed gives the same turns.
"""

import json
import random
import re
from pathlib import Path

from .sources import Example

_HERE = Path(__file__).parent
_TARGETS = {"negative": (0.94, 0.05, 0.01), "neutral": (0.04, 0.93, 0.03), "positive": (0.01, 0.05, 0.94),
            "fact": (0.50, 0.49, 0.01)}
_CHOICE, _OPTION, _SLOT = re.compile(r"\[([^\[\]]+)]"), re.compile(r" \(([^()]*)\)"), re.compile(r"\{(\w+)}")
_TAILS = {"negative": ("!!", "!", "...", " 😡", " 🤬", " 🙄", " 😤", " smh"), "positive": ("!", "!!", " :)", " 😊", " 🙏", " 👍"),
          "neutral": ("", "?"), "fact": ("", ".")}


def templates() -> list[tuple[str, float, str]]:
    """Class, heat and pattern of each template."""
    lines = (_HERE / "templates.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, float(heat), pattern)
            for kind, heat, pattern in (line.split("\t") for line in lines if line and not line.startswith("#"))]


def fill(pattern: str, slots: dict[str, list[str]], rng: random.Random) -> str:
    """One text of a pattern."""
    text = _OPTION.sub(lambda m: " " + m[1] if rng.random() < 0.5 else "", pattern)
    text = _CHOICE.sub(lambda m: rng.choice(m[1].split("|")), text)
    return _SLOT.sub(lambda m: rng.choice(slots[m[1]]), text)


def turns(per_template: int, seed: int, banned: frozenset[str] = frozenset()) -> list[Example]:
    """Up to ``per_template`` different texts of each template, none of them in ``banned`` (compared without case)."""
    rng = random.Random(seed)
    slots = json.loads((_HERE / "slots.json").read_text(encoding="utf-8"))
    found: dict[str, Example] = {}
    for kind, heat, pattern in templates():
        for _ in range(per_template):
            text = fill(pattern, slots, rng)
            if rng.random() < 0.3:
                text += rng.choice(_TAILS[kind])
            if rng.random() < 0.3:
                text = text[0].upper() + text[1:]
            if kind == "neutral" and rng.random() < 0.3 and pattern.split(" ")[0] in ("how", "what", "can", "do", "is"):
                text += "?"
            if text.casefold() not in banned:
                found.setdefault(text.casefold(), Example(text, "synthetic", _TARGETS[kind], heat))
    return list(found.values())
