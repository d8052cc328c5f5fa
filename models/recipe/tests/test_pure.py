"""The pure functions. Run with ``python -m pytest recipe`` from the folder above."""

import random

import numpy as np
import pytest

from recipe import augment, behaviour, calibrate, metrics, sources, synthetic, vocabulary
from recipe.behaviour_cases import Case, cases
from recipe.parity import texts
from recipe.scorer import softmax
from recipe.text import normalise


@pytest.mark.parametrize(("raw", "clean"), [
    ("@acme_help where is it", "@user where is it"),
    (".@acme (@b) thanks", ".@user (@user) thanks"),
    ("mail jo@example.org", "mail jo@example.org"),
    ("see HTTPS://x.org/a?b=c now", "see http now"),
    ("www.example.com is down", "http is down"),
    ("(http://x.org)", "(http://x.org)"),
    ("  a\t\n b  ", "a b"),
    ("@", "@"),
    ("", ""),
])
def test_normalise(raw: str, clean: str) -> None:
    assert normalise(raw) == clean
    assert normalise(clean) == clean


def test_macro_recall_weighs_classes_alike() -> None:
    assert metrics.macro_recall([0, 0, 0, 1, 2], [0, 0, 0, 1, 1]) == pytest.approx(2 / 3)


def test_macro_f1_of_a_class_never_guessed_is_nought() -> None:
    assert metrics.macro_f1([0, 1, 2], [1, 1, 1]) == pytest.approx(0.5 / 3)


def test_calibration_error_is_the_gap_of_a_single_bin() -> None:
    assert metrics.calibration_error([0, 1], [[0.9, 0.1, 0.0], [0.9, 0.1, 0.0]]) == pytest.approx(0.4)


def test_confusion_has_true_classes_in_rows() -> None:
    assert metrics.confusion([0, 0, 2], [0, 1, 2]).tolist() == [[1, 1, 0], [0, 0, 0], [0, 0, 1]]


def test_auc_and_rank_correlation() -> None:
    assert metrics.auc([False, True, True], [0.1, 0.2, 0.3]) == 1.0
    assert metrics.rank_correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
    assert metrics.rank_correlation([1, 1, 1], [3, 2, 1]) == 0.0


def test_interval_draws_whole_groups() -> None:
    values = np.array([0.0, 0.0, 1.0, 1.0])
    low, high = metrics.interval(lambda rows: float(values[rows].mean()), [0, 0, 1, 1], draws=200)
    assert (low, high) == (0.0, 1.0)


def _confident() -> calibrate.Labelled:
    rng = np.random.default_rng(0)
    logits = rng.normal(size=(4000, 3))
    labels = np.array([rng.choice(3, p=p) for p in softmax(logits)])
    return calibrate.Labelled("made up", logits * 2, labels)


def test_temperature_is_found() -> None:
    assert calibrate.fit_temperature([_confident()]).scale[0] == pytest.approx(0.5, abs=0.03)


def test_vector_scaling_undoes_a_bias() -> None:
    known = _confident()
    tilted = calibrate.Labelled("tilted", known.logits + np.array([1.0, 0.0, 0.0]), known.labels)
    fit = calibrate.fit_vector([tilted])
    assert metrics.calibration_error(tilted.labels, fit(tilted.logits)) < 0.03


def test_a_modest_fit_keeps_the_winner_and_the_margin() -> None:
    known = _confident()
    fit = calibrate.modest(calibrate.plain(), [known], 0.05)
    assert calibrate.gap(fit, [known]) == pytest.approx(-0.05, abs=1e-6)
    assert (fit(known.logits).argmax(1) == known.logits.argmax(1)).all()


def test_frustration_fit_follows_the_ratings() -> None:
    logits = np.linspace(-3, 3, 200)
    scale, bias = calibrate.fit_frustration(logits, 4 / (1 + np.exp(-(0.5 * logits + 1))))
    assert (scale, bias) == (pytest.approx(0.5, abs=0.01), pytest.approx(1, abs=0.01))


def test_noise_keeps_a_text_a_text() -> None:
    rng = random.Random(1)
    for text in ("ok", "My parcel is late, again!", "I love it :)", "[NAME] helped"):
        assert all(augment.noisy(text, "goemotions", rng).strip() for _ in range(50))


def test_typo_touches_one_word() -> None:
    before = "where is my parcel".split()
    after = augment.typo("where is my parcel", random.Random(3)).split()
    assert sum(a != b for a, b in zip(before, after, strict=True)) <= 1


def test_emoticons_become_emoji_only_when_they_stand_alone() -> None:
    rng = random.Random(1)
    assert ":)" not in augment.emoticons_to_emoji("good :)", rng)
    assert augment.emoticons_to_emoji("http://x", rng) == "http://x"


def test_folding_of_emotions() -> None:
    assert sources.fold(("curiosity",)) == sources.NEUTRAL
    assert sources.fold(("anger", "surprise")) == sources.NEGATIVE
    assert sources.fold(("joy", "anger")) is None
    assert sum(sources.soften(("joy", "anger", "surprise"))) == pytest.approx(1)


def test_templates_and_suite_share_no_text() -> None:
    suite = {side.casefold() for case in cases() for side in (case.text, case.expected)}
    made = {turn.text.casefold() for turn in synthetic.turns(40, 20)}
    assert not suite & made
    assert len(cases()) >= 300


def test_a_directional_case_compares() -> None:
    case = Case("intensity", "hotter", "a", "b")
    assert behaviour.passes(case, np.array([0.8, 0.1, 0.1]), np.array([0.5, 0.4, 0.1]))
    assert not behaviour.passes(case, np.array([0.2, 0.7, 0.1]), np.array([0.5, 0.4, 0.1]))


def test_every_emoji_has_one_token_and_parity_has_200_texts() -> None:
    assert len(set(vocabulary.emoji())) == len(vocabulary.emoji())
    assert len(set(texts())) == 200
