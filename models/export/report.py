"""What each written network reads, beside what the original reads."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from recipe.metrics import macro_recall
from recipe.parity import texts as parity_texts
from recipe.scorer import softmax
from recipe.text import normalise

from .source import MOODS, Source

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Labelled:
    """Texts with the index of each one's mood in ``MOODS``."""

    texts: list[str]
    moods: list[int]


def labelled(source: Source, file: Path) -> Labelled:
    """Reads ``label<TAB>text``; a label is a mood's name or the number of a logit."""
    names = {name: name for name in MOODS} | {str(i): name for i, name in enumerate(source.labels)}
    found = Labelled([], [])
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        label, _, text = line.partition("\t")
        if label not in names or not text.strip():
            raise SystemExit(f"{file}, line {number}: must be label<TAB>text, label one of {', '.join(names)}")
        found.texts.append(text)
        found.moods.append(MOODS.index(names[label]))
    return found


class Reader:
    """Reads one text a run, as Simmer does; probabilities [texts, 3] in the order of ``MOODS``."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._order = [source.labels.index(mood) for mood in MOODS]
        self._tokenizer = source.tokenizer
        self._tokenizer.enable_truncation(source.config["simmer"]["max_tokens"])

    def inputs(self, text: str) -> list[NDArray[np.int64]]:
        social = self._source.config["simmer"]["normalisation"] == "social"
        encoding = self._tokenizer.encode(normalise(text) if social else text)
        columns = (encoding.ids, encoding.attention_mask, encoding.type_ids)[:len(self._source.network.inputs)]
        return [np.array([column], dtype=np.int64) for column in columns]

    def original(self, texts: list[str]) -> Floats:
        with torch.no_grad():
            return self._read(texts, lambda arrays: self._source.network(*map(torch.from_numpy, arrays)).numpy())

    def file(self, file: Path, texts: list[str]) -> Floats:
        if file.suffix == ".pt":
            script = torch.jit.load(str(file)).eval()
            with torch.no_grad():
                return self._read(texts, lambda arrays: script(*map(torch.from_numpy, arrays)).numpy())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        names = self._source.network.inputs
        return self._read(texts, lambda arrays: session.run(["logits"], dict(zip(names, arrays, strict=True)))[0])

    def _read(self, texts: list[str], run) -> Floats:
        rows = np.array([run(self.inputs(text))[0] for text in texts], dtype=np.float64)
        return softmax(rows[:, self._order])


def write(source: Source, made: dict[str, Path], out: Path, judged: Labelled | None) -> dict:
    """Writes OUT/report.json: parity on the recipe's 200 texts or on the labelled ones, on these accuracy too."""
    texts = judged.texts if judged else [text for text in parity_texts() if text.strip()]
    reader = Reader(source)
    truth = reader.original(texts)
    found: dict = {"texts": len(texts), "labels": list(source.labels), "inputs": list(source.network.inputs),
                   "original": _quality(truth, judged), "files": {}}
    for name, file in made.items():
        read = reader.file(file, texts)
        gap = np.abs(read - truth)
        found["files"][name] = {"file": str(file.relative_to(out)), "megabytes": round(file.stat().st_size / 1e6, 2),
                                "largest_gap": float(gap.max()), "mean_gap": float(gap.mean()),
                                "other_winner": int((read.argmax(1) != truth.argmax(1)).sum()), **_quality(read, judged)}
        if not np.isfinite(read).all():
            raise SystemExit(f"{file} puts out numbers that are not finite: the model's weights are damaged, or too large "
                             "for its precision")
    (out / "report.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    exact = [found["files"][name]["largest_gap"] for name in ("ONNX fp32", "TorchScript fp32")]
    if max(exact) > 1e-3:
        raise SystemExit(f"in fp32 what was made differs from the original by {max(exact):.1e}, over 0.001: don't use it")
    return found


def _quality(read: Floats, judged: Labelled | None) -> dict[str, float]:
    if judged is None:
        return {}
    return {"accuracy": float((read.argmax(1) == judged.moods).mean()),
            "macro_recall": macro_recall(judged.moods, read.argmax(1))}


def table(found: dict) -> str:
    """The report for people."""
    judged = "accuracy" in found["original"]
    lines = [f"{found['texts']} texts, inputs {', '.join(found['inputs'])}, logits are {', '.join(found['labels'])}", "",
             "| network | MB | largest gap | mean gap | other winner |" + (" accuracy | macro recall |" if judged else ""),
             "| --- | --- | --- | --- | --- |" + (" --- | --- |" if judged else "")]
    for name, row in {"original": found["original"], **found["files"]}.items():
        own = f"| {name} | " + (f"{row['megabytes']} | {row['largest_gap']:.5f} | {row['mean_gap']:.5f} | "
                                f"{row['other_winner']} |" if "file" in row else " | | | |")
        lines.append(own + (f" {row['accuracy']:.3f} | {row['macro_recall']:.3f} |" if judged else ""))
    return "\n".join(lines)
