"""Each family of models, exported. Run with ``python -m pytest export`` from the folder above."""

import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from export import files, source
from export.__main__ import parser, run
from export.source import Wishes

from . import tiny


def _export(folder: Path, out: Path, *more: str) -> dict:
    return run(parser().parse_args([str(folder), "--out", str(out), *more]))


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_every_family_reads_as_its_original(kind: str, tmp_path: Path) -> None:
    found = _export(tiny.save(kind, tmp_path / "in"), tmp_path / "out", "--half", "--max-tokens", "60")
    gaps = {name: row["largest_gap"] for name, row in found["files"].items()}
    assert gaps["ONNX fp32"] < 1e-4
    assert gaps["TorchScript fp32"] < 1e-4
    assert 0 < gaps["ONNX int8"] < 0.2
    assert gaps["TorchScript bf16"] < 0.2
    assert found["inputs"] == ["input_ids", "attention_mask"] + (["token_type_ids"] if kind == "bert" else [])
    for folder, files in (("fp32", {"model.onnx", "model.pt", "model-fp16.pt", "model-bf16.pt"}), ("int8", {"model.onnx"})):
        assert {file.name for file in (tmp_path / "out" / folder).iterdir()} == files | {"config.json", "tokenizer.json"}


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_rows_of_different_lengths_read_as_each_alone(kind: str, tmp_path: Path) -> None:
    _export(tiny.save(kind, tmp_path / "in"), tmp_path / "out")
    model = source.load(tmp_path / "in", Wishes())
    session = onnxruntime.InferenceSession(tmp_path / "out" / "fp32" / "model.onnx", providers=["CPUExecutionProvider"])
    script = torch.jit.load(str(tmp_path / "out" / "fp32" / "model.pt"))
    ids = np.full((2, 40), model.pad_id, dtype=np.int64)
    ids[0, :7], ids[1] = np.arange(5, 12), np.arange(5, 45)
    mask = (np.arange(40) < np.array([[7], [40]])).astype(np.int64)
    count = len(model.network.inputs)
    alone = [session.run(None, dict(zip(model.network.inputs, arrays, strict=True)))[0][0] for arrays in (
        [a[:1, :7] for a in (ids, mask, ids * 0)][:count], [a[1:] for a in (ids, mask, ids * 0)][:count])]
    together = (ids, mask, ids * 0)[:count]
    assert session.run(None, dict(zip(model.network.inputs, together, strict=True)))[0] == pytest.approx(np.array(alone), abs=1e-5)
    assert script(*map(torch.from_numpy, together)).detach().numpy() == pytest.approx(np.array(alone), abs=1e-5)


@pytest.mark.parametrize("kind", tiny.KINDS)
def test_torchscript_makes_its_tensors_where_its_input_lies(kind: str, tmp_path: Path) -> None:
    """A trace made on the CPU says "cpu" wherever it makes a tensor, which on a GPU can't be added to one that lies there."""
    model = source.load(tiny.save(kind, tmp_path / "in"), Wishes())
    files.to_torchscript(model, tmp_path / "model.pt", None)
    code = torch.jit.load(str(tmp_path / "model.pt")).code
    assert "cpu" not in code
    traced = torch.jit.trace(model.network, source.example(model.network, model.pad_id), check_trace=False)
    assert ("cpu" in torch.jit.freeze(traced).code) == ("prim.device" in code)


def test_labels_are_written_by_what_they_mean(tmp_path: Path) -> None:
    names = {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}
    folder = tiny.save("bert", tmp_path / "in", id2label=names)
    with pytest.raises(SystemExit, match="say with --labels which is negative"):
        _export(folder, tmp_path / "out")
    _export(folder, tmp_path / "out", "--labels", "LABEL_0=positive,LABEL_1=negative,LABEL_2=neutral")
    config = json.loads((tmp_path / "out" / "int8" / "config.json").read_text())
    assert config["id2label"] == {"0": "positive", "1": "negative", "2": "neutral"}


@pytest.mark.parametrize(("names", "meanings", "sentence"), [
    ({0: "neg", 1: "pos"}, {}, "models with other than these three"),
    ({0: "neg", 1: "neu", 2: "neg"}, {}, "labels are neg, neu, neg"),
    ({0: "neg", 1: "neu", 2: "pos"}, {"happy": "positive"}, "--labels names happy"),
])
def test_labels_that_stay_open_are_refused(names: dict, meanings: dict, sentence: str) -> None:
    with pytest.raises(SystemExit, match=sentence):
        source.moods(names, meanings)


def test_labels_abbreviated_or_in_capitals_are_known() -> None:
    assert source.moods({0: "Positive", 1: "NEG", 2: "neu"}, {}) == ("positive", "negative", "neutral")


def test_accuracy_is_reported_on_labelled_texts(tmp_path: Path) -> None:
    folder = tiny.save("bert", tmp_path / "in")
    model = source.load(folder, Wishes())
    from export.report import MOODS, Reader
    texts = tiny.CORPUS[:6]
    wins = [MOODS[i] for i in Reader(model).original(texts).argmax(1)]
    wins[0] = MOODS[(MOODS.index(wins[0]) + 1) % 3]
    (tmp_path / "texts.tsv").write_text("".join(f"{w}\t{t}\n" for w, t in zip(wins, texts, strict=True)))
    found = _export(folder, tmp_path / "out", "--texts", str(tmp_path / "texts.tsv"))
    assert found["files"]["ONNX fp32"]["accuracy"] == pytest.approx(5 / 6)


def test_a_tokenizer_of_another_model_is_refused(tmp_path: Path) -> None:
    folder = tiny.save("bert", tmp_path / "in")
    tiny.byte_pairs().save(str(folder / "tokenizer.json"))
    with pytest.raises(SystemExit, match="the tokenizer belongs to another model: its padding is token 1, the model's is 0"):
        _export(folder, tmp_path / "out")
    other = tiny.word_piece()
    other.add_tokens([f"more{i}" for i in range(300)])
    other.save(str(folder / "tokenizer.json"))
    with pytest.raises(SystemExit, match="the tokenizer belongs to another model: its tokens go up to"):
        _export(folder, tmp_path / "out")


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is no model in Hugging Face's layout"):
        _export(tmp_path, tmp_path / "out")
    folder = tiny.save("roberta", tmp_path / "in")
    whole = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(whole[:len(whole) // 2])
    with pytest.raises(SystemExit, match="can't be read"):
        _export(folder, tmp_path / "out")


def test_a_tokenizer_without_tokenizer_json_is_made(tmp_path: Path) -> None:
    """Older folders of RoBERTa hold vocab.json and merges.txt in its place."""
    folder = tiny.save("roberta", tmp_path / "in")
    expected = source.load(folder, Wishes()).tokenizer.encode("where is my parcel").ids
    made = json.loads((folder / "tokenizer.json").read_text())["model"]
    (folder / "tokenizer.json").unlink()
    (folder / "vocab.json").write_text(json.dumps(made["vocab"]))
    merges = [" ".join(pair) if isinstance(pair, list) else pair for pair in made["merges"]]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n")
    assert source.load(folder, Wishes()).tokenizer.encode("where is my parcel").ids == expected
    shutil.rmtree(folder)
