"""The model card: prose from ``card.md``, every figure from an evaluation."""

from pathlib import Path

from .sources import LABELS

_PROSE = Path(__file__).parent / "card.md"
_OURS = "Simmer int8"


def _near(row: dict, key: str) -> str:
    low, high = row[f"{key}_interval"]
    return f"{row[key]:.3f} ({low:.3f}–{high:.3f})"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def _classes(found: dict) -> str:
    parts = []
    for name, systems in found["classes"].items():
        rows = [[system, _near(row, "macro_recall"), f"{row['macro_f1']:.3f}", f"{row['accuracy']:.3f}",
                 f"{row['ece']:.3f}", f"{row['confidence_less_accuracy']:+.3f}", f"{row['log_loss']:.3f}"]
                for system, row in systems.items()]
        parts.append(f"### {name}, {systems[_OURS]['rows']:,} texts\n\n" + _table(
            ["", "macro recall (95 %)", "macro F1", "accuracy", "ECE", "confidence less accuracy", "log loss"], rows))
        ours = systems[_OURS]
        parts.append(_table(["class", "texts", "recall (95 %)", "precision"], [
            [label, f"{ours['classes'][label]['rows']:,}", _near(ours["classes"][label], "recall"),
             f"{ours['classes'][label]['precision']:.3f}"] for label in LABELS]))
        parts.append(_table(["labelled, read as", *LABELS], [
            [label, *map(str, ours["confusion"][i])] for i, label in enumerate(LABELS)]))
        parts.append(_table(["words", "texts", "macro recall"], [
            [length, f"{row['rows']:,}", f"{row['macro_recall']:.3f}"] for length, row in ours["words"].items()]))
    return "\n\n".join(parts)


def _turns(found: dict) -> str:
    parts = []
    for name, part in found["turns"].items():
        rows = [[system, score, _near(row, "rho"), _near(row, "auc")]
                for system, scores in part["systems"].items() for score, row in scores.items()]
        unhappy = "rated 3 or more of 4" if name == "dfrustration" else "rated under 2.5 of 5"
        parts.append(f"### {name}, {part['rows']:,} turns, {part['unhappy']:,} {unhappy}\n\n"
                     f"Two raters of the same turn agree with ρ {part['agreement']:.3f}.\n\n" + _table(
                         ["", "score", "ρ with the raters' mean (95 %)", f"AUC, {unhappy} (95 %)"], rows))
    return "\n\n".join(parts)


def _suite(found: dict) -> str:
    suites = found["behaviour"]
    rows = [[name, str(row["cases"]), *(f"{suites[s][name]['rate']:.0%}" for s in suites)]
            for name, row in suites[_OURS].items()]
    return _table(["capability", "cases", *suites], rows)


def _cost(found: dict) -> str:
    rows = [[name, f"{value:.0f}"] for name, value in found["cpu_microseconds"].items()]
    return _table(["", "CPU µs an utterance"], rows)


def tables(found: dict) -> str:
    """All figures in Markdown."""
    return "\n\n".join(["## Three classes", _classes(found), "## Customers' turns", _turns(found),
                        "## Behaviour suite", _suite(found), "## Cost",
                        f"`model.onnx` has {found['megabytes']:.1f} MB.", _cost(found)])


def render(found: dict) -> str:
    """The whole card."""
    fit = found["simmer"]["calibration"]
    marks = {"scale": ", ".join(f"{v:g}" for v in fit["scale"]), "bias": ", ".join(f"{v:g}" for v in fit["bias"]),
             "megabytes": f"{found['megabytes']:.1f}", "max_tokens": str(found["simmer"]["max_tokens"])}
    prose = _PROSE.read_text(encoding="utf-8")
    for name, value in marks.items():
        prose = prose.replace("{" + name + "}", value)
    return prose.rstrip("\n") + "\n\n" + tables(found) + "\n"
