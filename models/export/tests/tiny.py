"""Tiny models of each family, with random weights and a tokenizer of their real kind, trained here on a few sentences."""

from collections.abc import Callable
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (BertConfig, DebertaV2Config, DistilBertConfig, PretrainedConfig, RobertaConfig, XLMRobertaConfig,
                          AutoModelForSequenceClassification)

CORPUS = ["where is my parcel", "this is the third time I ask!!!", "thank you so much, that solved it",
          "I was charged twice and nobody answers my mails, refund me now", "useless bot", "can I change the address?"] * 4
_SHAPE = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64,
          "max_position_embeddings": 66, "id2label": {0: "negative", 1: "neutral", 2: "positive"}}
_RUNS_FROM_ONE = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "type_vocab_size": 1}


def word_piece() -> Tokenizer:
    """As BERT's and DistilBERT's."""
    made = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    made.train_from_iterator(CORPUS, trainers.WordPieceTrainer(vocab_size=200, special_tokens=special))
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made


def byte_pairs() -> Tokenizer:
    """As RoBERTa's."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.train_from_iterator(CORPUS, trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    made.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    return made


def unigram(special: tuple[str, ...], first: str, last: str) -> Tokenizer:
    """As XLM-R's and DeBERTa-v3's."""
    made = Tokenizer(models.Unigram())
    made.normalizer = normalizers.NFKC()
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    unknown = special[3]
    made.train_from_iterator(CORPUS, trainers.UnigramTrainer(vocab_size=200, special_tokens=list(special), unk_token=unknown))
    made.post_processor = processors.TemplateProcessing(
        single=f"{first} $A {last}", pair=f"{first} $A {last} $B {last}",
        special_tokens=[(first, special.index(first)), (last, special.index(last))])
    return made


def _xlm_r() -> Tokenizer:
    return unigram(("<s>", "<pad>", "</s>", "<unk>", "<mask>"), "<s>", "</s>")


def _deberta() -> Tokenizer:
    return unigram(("[PAD]", "[CLS]", "[SEP]", "[UNK]", "[MASK]"), "[CLS]", "[SEP]")


KINDS: dict[str, tuple[Callable[[], Tokenizer], Callable[[int], PretrainedConfig]]] = {
    "bert": (word_piece, lambda n: BertConfig(vocab_size=n, **_SHAPE)),
    "distilbert": (word_piece, lambda n: DistilBertConfig(
        vocab_size=n, dim=32, n_layers=2, n_heads=2, hidden_dim=64, max_position_embeddings=66, id2label=_SHAPE["id2label"])),
    "roberta": (byte_pairs, lambda n: RobertaConfig(vocab_size=n, **_SHAPE, **_RUNS_FROM_ONE)),
    "xlm-roberta": (_xlm_r, lambda n: XLMRobertaConfig(vocab_size=n, **_SHAPE, **_RUNS_FROM_ONE)),
    "deberta-v2": (_deberta, lambda n: DebertaV2Config(
        vocab_size=n, **_SHAPE, type_vocab_size=0, relative_attention=True, pos_att_type=["p2c", "c2p"], position_buckets=16,
        max_relative_positions=-1, norm_rel_ebd="layer_norm", share_att_key=True, position_biased_input=False)),
}


def save(kind: str, folder: Path, **changes: object) -> Path:
    """Writes a model in Hugging Face's layout; ``changes`` go into its configuration."""
    tokenizer, shape = KINDS[kind]
    made = tokenizer()
    config = shape(made.get_vocab_size())
    for name, value in changes.items():
        setattr(config, name, value)
    torch.manual_seed(7)
    model = AutoModelForSequenceClassification.from_config(config)
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(4.0) if weight.ndim > 1 else None  # else all texts read alike
    model.save_pretrained(folder)
    made.save(str(folder / "tokenizer.json"))
    return folder
