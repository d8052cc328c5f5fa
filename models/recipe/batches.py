"""Batches of near length in an order that the seed and the epoch fix, so that a run can be taken up again."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from .augment import noisy
from .sources import EMOTIONS, Example
from .text import normalise

MAX_TOKENS = 128


@dataclass(frozen=True)
class Batch:
    """Tensors of one step; ``heat`` and ``emotions`` are -1 where a source says nothing."""

    inputs: tuple[Tensor, Tensor, Tensor]
    target: Tensor
    weight: Tensor
    heat: Tensor
    emotions: Tensor


def encode(tokenizer: Tokenizer, texts: list[str]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and types, padded to the longest."""
    encodings = [e.ids for e in tokenizer.encode_batch(texts)]
    width = max(len(ids) for ids in encodings)
    ids = torch.tensor([e + [0] * (width - len(e)) for e in encodings])
    mask = torch.tensor([[1] * len(e) + [0] * (width - len(e)) for e in encodings])
    return ids, mask, torch.zeros_like(ids)


def class_weights(examples: list[Example], power: float) -> dict[tuple[str, int], float]:
    """A weight for each source and class: rarity to ``power``, 1 in the mean of each source."""
    weights = {}
    for source in {e.source for e in examples}:
        counts = [1.0, 1.0, 1.0]
        for example in examples:
            if example.source == source:
                counts[max(range(3), key=example.target.__getitem__)] += 1
        total = sum(counts)
        raw = [(total / c) ** power for c in counts]
        mean = sum(r * c for r, c in zip(raw, counts, strict=True)) / total
        weights |= {(source, label): r / mean for label, r in enumerate(raw)}
    return weights


class Batches:
    """``rows`` texts a step; ``quota`` bounds what a source gives in an epoch (drawn anew each epoch)."""

    def __init__(self, examples: list[Example], tokenizer: Tokenizer, rows: int, quota: dict[str, int], seed: int,
                 power: float) -> None:
        self._examples, self._tokenizer, self._rows, self._quota, self._seed = examples, tokenizer, rows, quota, seed
        self._weights = class_weights(examples, power)
        sizes = [min(sum(e.source == s for e in examples), quota.get(s, 10**9)) for s in {e.source for e in examples}]
        self.steps = sum(sizes) // rows

    def epoch(self, number: int, skip: int = 0) -> Iterator[Batch]:
        """The steps of one epoch but its first ``skip``."""
        rng = random.Random(f"{self._seed}/{number}")
        order = list(range(len(self._examples)))
        rng.shuffle(order)
        left = dict(self._quota)
        texts: list[tuple[str, Example]] = []
        for index in order:
            example = self._examples[index]
            if left.get(example.source, 1) <= 0:
                continue
            if example.source in left:
                left[example.source] -= 1
            texts.append((normalise(noisy(example.text, example.source, rng)), example))
        joined = self._join(texts, rng)
        pools = [joined[i:i + 64 * self._rows] for i in range(0, len(joined), 64 * self._rows)]
        made = []
        for pool in pools:
            pool.sort(key=lambda pair: len(pair[0]) + rng.random() * 8)
            made += [pool[i:i + self._rows] for i in range(0, len(pool) - self._rows + 1, self._rows)]
        rng.shuffle(made)
        for rows in made[skip:self.steps]:
            yield self._batch(rows)

    @staticmethod
    def _join(texts: list[tuple[str, Example]], rng: random.Random) -> list[tuple[str, Example]]:
        """Now and then two texts of one source and one class become one."""
        last: dict[tuple[str, int], str] = {}
        joined = []
        for text, example in texts:
            key = example.source, max(range(3), key=example.target.__getitem__)
            if example.source != "tweets" and rng.random() < 0.06 and key in last and len(last[key]) < 90:
                text = rng.choice(("{}. {}", "{} {}", "{}... {}")).format(last[key].rstrip("."), text)
            last[key] = text
            joined.append((text, example))
        return joined

    def _batch(self, rows: list[tuple[str, Example]]) -> Batch:
        examples = [example for _, example in rows]
        weights = [e.weight * self._weights[e.source, max(range(3), key=e.target.__getitem__)] for e in examples]
        return Batch(encode(self._tokenizer, [text for text, _ in rows]), torch.tensor([e.target for e in examples]),
                     torch.tensor(weights), torch.tensor([-1.0 if e.heat is None else e.heat for e in examples]),
                     torch.tensor([e.emotions or (-1,) * len(EMOTIONS) for e in examples], dtype=torch.float))
