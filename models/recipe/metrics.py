"""Figures of an evaluation; pure functions of arrays."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score


def recalls(labels: ArrayLike, guesses: ArrayLike, classes: int = 3) -> NDArray[np.float64]:
    """Recall of each class; ``nan`` for a class without rows."""
    truth, guess = np.asarray(labels), np.asarray(guesses)
    return np.array([np.mean(guess[truth == c] == c) if np.any(truth == c) else np.nan for c in range(classes)])


def macro_recall(labels: ArrayLike, guesses: ArrayLike) -> float:
    """Mean recall of the classes that occur."""
    return float(np.nanmean(recalls(labels, guesses)))


def precisions(labels: ArrayLike, guesses: ArrayLike, classes: int = 3) -> NDArray[np.float64]:
    """Precision of each class; ``nan`` for a class never guessed."""
    truth, guess = np.asarray(labels), np.asarray(guesses)
    return np.array([np.mean(truth[guess == c] == c) if np.any(guess == c) else np.nan for c in range(classes)])


def macro_f1(labels: ArrayLike, guesses: ArrayLike) -> float:
    """Mean F1 of the three classes; 0 for a class never hit."""
    recall, precision = np.nan_to_num(recalls(labels, guesses)), np.nan_to_num(precisions(labels, guesses))
    total = recall + precision
    return float(np.mean(np.divide(2 * recall * precision, total, out=np.zeros_like(total), where=total > 0)))


def confusion(labels: ArrayLike, guesses: ArrayLike, classes: int = 3) -> NDArray[np.int64]:
    """Rows are true classes, columns guesses."""
    table = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(table, (np.asarray(labels), np.asarray(guesses)), 1)
    return table


def reliability(labels: ArrayLike, probabilities: ArrayLike, bins: int = 15) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and count of each occupied bin of equal width, by the winning class."""
    table = np.asarray(probabilities)
    sure, right = table.max(1), table.argmax(1) == np.asarray(labels)
    slot = np.minimum((sure * bins).astype(int), bins - 1)
    return [(float(sure[slot == b].mean()), float(right[slot == b].mean()), int((slot == b).sum()))
            for b in range(bins) if np.any(slot == b)]


def calibration_error(labels: ArrayLike, probabilities: ArrayLike, bins: int = 15) -> float:
    """Expected calibration error: |confidence - share right| weighted by the bins' rows."""
    parts = reliability(labels, probabilities, bins)
    total = sum(count for _, _, count in parts)
    return sum(abs(sure - right) * count for sure, right, count in parts) / total


def log_loss(labels: ArrayLike, probabilities: ArrayLike) -> float:
    """Mean negative log-likelihood in nats."""
    truth = np.asarray(labels)
    return float(-np.log(np.clip(np.asarray(probabilities)[np.arange(len(truth)), truth], 1e-12, 1)).mean())


def rank_correlation(scores: ArrayLike, ratings: ArrayLike) -> float:
    """Spearman's rho; 0 when either is constant."""
    if np.ptp(np.asarray(scores)) == 0 or np.ptp(np.asarray(ratings)) == 0:
        return 0.0
    return float(spearmanr(scores, ratings).statistic)


def auc(positive: ArrayLike, scores: ArrayLike) -> float:
    """Area under the ROC curve; 0.5 when only one kind of row is there."""
    kind = np.asarray(positive, dtype=bool)
    return float(roc_auc_score(kind, scores)) if 0 < kind.sum() < len(kind) else 0.5


def interval(figure: Callable[[NDArray[np.int64]], float], groups: Sequence[int] | NDArray[np.int64],
             draws: int = 1000, seed: int = 1) -> tuple[float, float]:
    """95 % bootstrap interval of ``figure(rows)``; rows of one group (a dialogue) are drawn together."""
    keys = np.asarray(groups)
    order = np.argsort(keys, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(keys[order])) + 1)
    rng = np.random.default_rng(seed)
    if len(members) == len(keys):
        values = [figure(rng.integers(0, len(keys), len(keys))) for _ in range(draws)]
    else:
        values = [figure(np.concatenate([members[i] for i in rng.integers(0, len(members), len(members))]))
                  for _ in range(draws)]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
