"""The base's word pieces, less those no English text needs, and with emoji, which the base reads as unknown.

A word piece that stays keeps its vector, so a text of such pieces is read as by the base. The base's tokenizer turns a
word with an emoji at its end into one unknown token; here every emoji stands alone.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

_EMOJI_BLOCKS = [(0x1F600, 0x1F64F), (0x1F910, 0x1F92F), (0x1F970, 0x1F97A), (0x1F440, 0x1F450), (0x1F493, 0x1F49F),
                 (0x1F4A0, 0x1F4B0)]
_EMOJI_SINGLES = "❤♥☹☺✅❌⚠⭐🌟✨🔥🎉💪🖤🤍🤎🧡🥱🥲🤌🫠🫡🥹🫶🫤🗑📞📦✈🚗⏰⌛⏳💳💸❗❓‼⁉👑🙂💯🚨🆘♀♂"
_SKIN = r"[\x{1F3FB}-\x{1F3FF}]"
_SYMBOL = r"\p{So}"


@dataclass(frozen=True)
class Vocabulary:
    """A tokenizer's JSON and, for each of its ids, the base's ids whose mean vector it starts from."""

    tokenizer: dict
    origins: list[list[int]]


def emoji() -> list[str]:
    """The emoji that get a token of their own."""
    ranged = [chr(code) for first, last in _EMOJI_BLOCKS for code in range(first, last + 1)]
    return list(dict.fromkeys(c for c in ranged + list(_EMOJI_SINGLES) if unicodedata.name(c, "")))


def _latin(piece: str) -> bool:
    body = piece[2:] if piece.startswith("##") and len(piece) > 2 else piece
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2C00 for c in body)


def build(base: Path, texts: Iterable[str], frequent: int) -> Vocabulary:
    """Keeps the pieces that ``texts`` use and the Latin ones among the base's first ``frequent``; adds emoji."""
    plain = Tokenizer.from_file(str(base / "tokenizer.json"))
    plain.no_padding()
    plain.no_truncation()
    used = {i for encoding in plain.encode_batch(list(texts)) for i in encoding.ids}
    pieces = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    old = sorted(pieces["model"]["vocab"].items(), key=lambda item: item[1])
    special = {token["content"] for token in pieces["added_tokens"]}
    kept = [(p, i) for p, i in old if p in special or (
        _latin(p) and not p.startswith("[unused") and (i in used or i < frequent or len(p.removeprefix("##")) == 1))]
    origins = [[i] for _, i in kept]
    vocab = {piece: new for new, (piece, _) in enumerate(kept)}
    added = [{**token, "id": vocab[token["content"]]} for token in pieces["added_tokens"]]
    for sign in emoji():
        name = unicodedata.name(sign).lower().replace("-", " ").replace("face with", "").replace("face", "")
        origins.append(plain.encode(name, add_special_tokens=False).ids or [plain.token_to_id("[UNK]")])
        if sign not in vocab:
            vocab[sign] = len(origins) - 1
        else:
            origins.pop()
        added.append({"id": vocab[sign], "content": sign, "single_word": False, "lstrip": False, "rstrip": False,
                      "normalized": False, "special": False})
    return Vocabulary(_rewrite(pieces, vocab, added), origins)


def _rewrite(pieces: dict, vocab: dict[str, int], added: list[dict]) -> dict:
    processor = pieces["post_processor"]
    for token in processor.get("special_tokens", {}).values():
        token["ids"] = [vocab[name] for name in token["tokens"]]
    return {
        "version": pieces["version"], "truncation": None, "padding": None,
        "added_tokens": sorted(added, key=lambda token: token["id"]),
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Replace", "pattern": {"Regex": _SKIN}, "content": ""}, pieces["normalizer"]]},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            pieces["pre_tokenizer"],
            {"type": "Split", "pattern": {"Regex": _SYMBOL}, "behavior": "Isolated", "invert": False}]},
        "post_processor": processor, "decoder": pieces["decoder"],
        "model": {**pieces["model"], "vocab": vocab},
    }
