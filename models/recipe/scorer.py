"""Reads texts with an exported model folder just as Simmer does: one text a run, calibrated as ``config.json`` says."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .text import normalise

_TOKENS = 256


@dataclass(frozen=True)
class Reading:
    """Raw logits [rows, 3] in the order negative, neutral, positive, and the frustration logits if the model has them."""

    logits: NDArray[np.float64]
    frustration: NDArray[np.float64] | None


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row by row."""
    raised = np.exp(logits - logits.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def tokenizer(file: Path, max_tokens: int) -> Tokenizer:
    """Fills nothing up, and cuts at the end."""
    found = Tokenizer.from_file(str(file))
    found.no_padding()
    found.enable_truncation(max_tokens)
    return found


def feed(ids: list[int]) -> dict[str, NDArray[np.int64]]:
    """One text as the network's inputs."""
    row = np.array([ids], dtype=np.int64)
    return {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}


class Scorer:
    """One ONNX session on one thread. ``file`` names another graph of the same folder's shape, such as an fp32 one."""

    def __init__(self, folder: Path, file: Path | None = None) -> None:
        self.config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.options: dict = self.config.get("simmer", {})
        self._tokenizer = tokenizer(folder / "tokenizer.json", self.options.get("max_tokens", _TOKENS))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(file or folder / "model.onnx"), options,
                                                     providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]
        names = {name.lower(): int(i) for i, name in self.config["id2label"].items()}
        self._order = [names["negative"], names["neutral"], names["positive"]]

    def read(self, texts: list[str]) -> Reading:
        """Raw logits; each text is a run of its own, for int8 activations are scaled by what is in the batch.

        A text that occurs twice is run once.
        """
        known = {text: self._run(text) for text in dict.fromkeys(texts)}
        rows = np.array([known[text]["logits"][0][self._order] for text in texts], dtype=np.float64)
        if "frustration" not in self._outputs:
            return Reading(rows, None)
        return Reading(rows, np.array([known[text]["frustration"][0][0] for text in texts], dtype=np.float64))

    def _run(self, text: str) -> dict[str, NDArray[np.float32]]:
        social = self.options.get("normalisation") == "social"
        ids = self._tokenizer.encode(normalise(text) if social else text).ids
        return dict(zip(self._outputs, self._session.run(None, feed(ids)), strict=True))

    def probabilities(self, reading: Reading) -> NDArray[np.float64]:
        """After calibration; softmax alone where ``config.json`` has none."""
        fit = self.options.get("calibration")
        if fit is None:
            return softmax(reading.logits)
        scale, bias = (np.array(fit[name], dtype=np.float64)[self._order] for name in ("scale", "bias"))
        return softmax(reading.logits * scale + bias)

    def frustration(self, reading: Reading) -> NDArray[np.float64] | None:
        """0 to 1, or ``None`` if the model has no such head."""
        if reading.frustration is None:
            return None
        fit = self.options["frustration"]
        return 1 / (1 + np.exp(-(fit["scale"] * reading.frustration + fit["bias"])))
