"""The HTML page with the plots of an evaluation; one file, pictures inside."""

import base64
import html
import io

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

from . import card  # noqa: E402
from .sources import LABELS  # noqa: E402

_STYLE = ("body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}"
          "table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #ccc;padding:.25rem .6rem;text-align:left}"
          "img{max-width:100%}")
_OURS = "Simmer int8"


def _picture(figure: Figure, caption: str) -> str:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=72, bbox_inches="tight")
    plt.close(figure)
    data = base64.b64encode(buffer.getvalue()).decode()
    text = html.escape(caption)
    return f'<figure><img alt="{text}" src="data:image/png;base64,{data}"><figcaption>{text}</figcaption></figure>'


def _bars(found: dict) -> str:
    sets = list(found["classes"])
    figure, axes = plt.subplots(1, len(sets), figsize=(11, 3.2), sharex=True)
    for axis, name in zip(axes, sets, strict=True):
        systems = found["classes"][name]
        values = [row["macro_recall"] for row in systems.values()]
        spread = [[v - row["macro_recall_interval"][0] for v, row in zip(values, systems.values(), strict=True)],
                  [row["macro_recall_interval"][1] - v for v, row in zip(values, systems.values(), strict=True)]]
        axis.barh(list(systems), values, xerr=spread, color="#5b8db8", ecolor="#333", capsize=2)
        axis.set(title=name, xlabel="macro recall", xlim=(0.3, 0.85))
        axis.invert_yaxis()
    figure.tight_layout()
    return _picture(figure, "Macro recall with 95 % bootstrap intervals")


def _calibration(found: dict) -> str:
    figure, axes = plt.subplots(1, len(found["classes"]), figsize=(9, 4))
    for axis, (name, systems) in zip(axes, found["classes"].items(), strict=True):
        axis.plot([0.33, 1], [0.33, 1], color="#999", linewidth=1)
        for system, row in systems.items():
            if system.startswith("always"):
                continue
            sure, right, _ = zip(*row["reliability"], strict=True)
            axis.plot(sure, right, marker="o", markersize=3, label=f"{system} (ECE {row['ece']:.3f})")
        axis.set(title=name, xlabel="confidence", ylabel="share right")
        axis.legend(fontsize=7)
    figure.tight_layout()
    return _picture(figure, "Calibration: confidence of the winning class against how often it is right")


def _confusion(found: dict) -> str:
    figure, axes = plt.subplots(1, len(found["classes"]), figsize=(8, 3.4))
    for axis, (name, systems) in zip(axes, found["classes"].items(), strict=True):
        table = systems[_OURS]["confusion"]
        shares = [[cell / max(1, sum(row)) for cell in row] for row in table]
        axis.imshow(shares, cmap="Blues", vmin=0, vmax=1)
        for i in range(3):
            for j in range(3):
                axis.text(j, i, f"{table[i][j]}\n{shares[i][j]:.0%}", ha="center", va="center", fontsize=8,
                          color="white" if shares[i][j] > 0.6 else "black")
        axis.set(title=name, xticks=range(3), yticks=range(3), xticklabels=LABELS, yticklabels=LABELS,
                 xlabel="read as", ylabel="labelled")
    figure.tight_layout()
    return _picture(figure, f"Confusion of {_OURS}")


def _lengths(found: dict) -> str:
    figure, axis = plt.subplots(figsize=(7, 3))
    for name, systems in found["classes"].items():
        rows = systems[_OURS]["words"]
        axis.plot(list(rows), [row["macro_recall"] for row in rows.values()], marker="o", label=name)
    axis.set(xlabel="words", ylabel="macro recall")
    axis.legend()
    return _picture(figure, f"Macro recall of {_OURS} by length")


def _suite(found: dict) -> str:
    names = [n for n in found["behaviour"][_OURS]]
    figure, axis = plt.subplots(figsize=(8, 6))
    systems = list(found["behaviour"])
    for offset, system in enumerate(systems):
        places = [i + (offset - (len(systems) - 1) / 2) * 0.38 for i in range(len(names))]
        axis.barh(places, [found["behaviour"][system][n]["rate"] for n in names], height=0.36, label=system)
    axis.set(yticks=range(len(names)), yticklabels=names, xlabel="pass rate", xlim=(0, 1))
    axis.invert_yaxis()
    axis.legend(loc="lower left")
    return _picture(figure, "Behaviour suite")


def _markdown_tables(text: str) -> str:
    out, rows = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            if not set(line) <= set("|- "):
                tag = "td" if rows else "th"
                rows.append("<tr>" + "".join(f"<{tag}>{html.escape(c.strip())}</{tag}>" for c in line.strip("|").split("|"))
                            + "</tr>")
            continue
        if rows:
            out.append("<table>" + "".join(rows) + "</table>")
            rows = []
        if line.startswith("#"):
            out.append(f"<h2>{html.escape(line.lstrip('# '))}</h2>")
        elif line:
            out.append(f"<p>{html.escape(line)}</p>")
    return "\n".join(out)


def render(found: dict) -> str:
    """The whole page."""
    plots = "\n".join(draw(found) for draw in (_bars, _calibration, _confusion, _lengths, _suite))
    return (f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>simmer-en, evaluation</title>'
            f"<style>{_STYLE}</style></head><body>\n<h1>simmer-en, evaluation on the dev sets</h1>\n{plots}\n"
            f"{_markdown_tables(card.tables(found))}\n</body></html>\n")
