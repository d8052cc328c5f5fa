"""What a model has to beat: always the same class, and a bag of words trained on the same labelled sets."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from . import sources
from .text import normalise


def always_neutral(texts: list[str]) -> NDArray[np.float64]:
    """Neutral, almost surely."""
    return np.tile([0.005, 0.99, 0.005], (len(texts), 1))


def bag_of_words(data: Path) -> Pipeline:
    """TF-IDF of words and word pairs with balanced logistic regression; ``predict_proba`` in the order of the labels."""
    train = data / "train"
    rows = sources.tweets(train / "semeval-2013-2016.tsv")
    rows += [(label, text) for names, text in sources.emotions(train / "goemotions-train.tsv")
             if (label := sources.fold(names)) is not None]
    rows += [(sources.NEUTRAL, text) for text in sources.banking(train / "banking77.tsv")[:4_000]]
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
                          LogisticRegression(C=2.0, class_weight="balanced", max_iter=300))
    return model.fit([normalise(text) for _, text in rows], [label for label, _ in rows])
