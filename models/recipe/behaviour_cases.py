"""The cases of the behaviour suite, read from ``behaviour/cases.tsv``; all were written for Simmer."""

from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent / "behaviour" / "cases.tsv"


@dataclass(frozen=True)
class Case:
    """``kind`` is ``label`` (``expected`` lists the classes allowed) or ``same``, ``hotter``, ``cooler`` (``expected``
    is the text to compare with)."""

    capability: str
    kind: str
    text: str
    expected: str


def cases() -> list[Case]:
    """All cases in the file's order; none if the file is absent."""
    if not _FILE.exists():
        return []
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if line and not line.startswith("#")]
