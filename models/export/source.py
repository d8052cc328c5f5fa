"""Reads and checks the model that is to be exported."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors import SafetensorError
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer, PretrainedConfig

MOODS = ("negative", "neutral", "positive")
_SHORT = {mood[:3]: mood for mood in MOODS}
_MOST_TOKENS, _DEFAULT_TOKENS = 512, 256
_AFTER_PADDING = {"roberta", "xlm-roberta", "xlm-roberta-xl", "roberta-prelayernorm", "camembert", "data2vec-text", "xmod",
                  "mpnet", "longformer"}  # positions are counted from the padding's id on, as model-djl knows too


@dataclass(frozen=True)
class Wishes:
    """What the user says of the model, for its folder does not."""

    labels: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    normalisation: str = "none"
    max_tokens: int | None = None


class Network(nn.Module):
    """A classifier that takes its inputs in the order of ``inputs`` and answers logits in fp32, [rows, 3]."""

    def __init__(self, classifier: nn.Module, inputs: tuple[str, ...]) -> None:
        super().__init__()
        self.classifier = classifier
        self.inputs = inputs

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return self.classifier(input_ids=input_ids, attention_mask=attention_mask, return_dict=True).logits.float()


class TypedNetwork(Network):
    """The same for models that tell a text's parts apart."""

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:  # type: ignore[override]
        return self.classifier(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids,
                               return_dict=True).logits.float()


@dataclass(frozen=True)
class Source:
    """A checked model. ``labels`` are moods in the order of the logits, ``config`` what ``config.json`` will say."""

    network: Network
    tokenizer: Tokenizer
    labels: tuple[str, ...]
    config: dict

    @property
    def pad_id(self) -> int:
        return self.config["pad_token_id"]


def load(folder: Path, wishes: Wishes) -> Source:
    """Raises ``SystemExit`` with one sentence for a model that Simmer could not use."""
    if not (folder / "config.json").is_file():
        raise SystemExit(f"{folder} is no model in Hugging Face's layout: it has no config.json")
    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True)
        tokenizer = _tokenizer(folder)
        classifier, told = AutoModelForSequenceClassification.from_pretrained(
            folder, config=config, local_files_only=True, attn_implementation="eager", output_loading_info=True)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as problem:
        raise SystemExit(f"{folder} can't be read: {str(problem).splitlines()[0]}") from problem
    if told["missing_keys"]:
        raise SystemExit(f"{folder} has no weights for {sorted(told['missing_keys'])[0]}: it is no sequence classifier, "
                         "or not whole")
    labels = moods(config.id2label, wishes.labels)
    pad = _padding(config, tokenizer)
    _check_vocabulary(classifier, tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    typed = getattr(config, "type_vocab_size", 0) > 1
    inputs = ("input_ids", "attention_mask") + (("token_type_ids",) if typed else ())
    network = (TypedNetwork if typed else Network)(classifier.eval(), inputs).eval()
    return Source(network, tokenizer, labels, _config(config, labels, pad, wishes))


def moods(id2label: dict[int, str], meanings: dict[str, str]) -> tuple[str, ...]:
    """The mood of each logit, by the labels' names or by what the user says of them."""
    names = [id2label[i] for i in range(len(id2label))]
    unknown = sorted(set(meanings) - set(names))
    if unknown:
        raise SystemExit(f"--labels names {unknown[0]}, but the model's labels are {', '.join(names)}")
    found = []
    for name in names:
        word = meanings.get(name, name).strip().lower()
        found.append(_SHORT.get(word, word))
    if sorted(found) != sorted(MOODS):
        raise SystemExit(f"the model's labels are {', '.join(names)}: say with --labels which is negative, neutral and "
                         "positive, such as LABEL_0=negative,…; models with other than these three can't be used")
    return tuple(found)


def _tokenizer(folder: Path) -> Tokenizer:
    """``tokenizer.json`` as it is, or made from what the folder has in its place (vocab.txt; vocab.json and merges.txt)."""
    ready = folder / "tokenizer.json"
    if ready.is_file():
        return Tokenizer.from_file(str(ready))
    made = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    if not getattr(made, "is_fast", False):
        raise SystemExit(f"{folder} has no tokenizer.json, and none can be made from its tokenizer {type(made).__name__}")
    return Tokenizer.from_str(made.backend_tokenizer.to_str())


def _padding(config: PretrainedConfig, tokenizer: Tokenizer) -> int:
    named = [tokenizer.token_to_id(name) for name in ("[PAD]", "<pad>")]
    known = [i for i in named if i is not None]
    pad = getattr(config, "pad_token_id", None)
    if pad is None:
        pad = known[0] if known else 0
    if known and pad not in known:
        raise SystemExit(f"the tokenizer belongs to another model: its padding is token {known[0]}, the model's is {pad}")
    return pad


def _check_vocabulary(classifier: nn.Module, tokenizer: Tokenizer) -> None:
    largest = max(tokenizer.get_vocab(with_added_tokens=True).values())
    rows = classifier.get_input_embeddings().weight.shape[0]
    if largest >= rows:
        raise SystemExit(f"the tokenizer belongs to another model: its tokens go up to {largest}, the model knows {rows}")


def _config(config: PretrainedConfig, labels: tuple[str, ...], pad: int, wishes: Wishes) -> dict:
    reserved = pad + 1 if config.model_type in _AFTER_PADDING else 0
    most = min(_MOST_TOKENS, getattr(config, "max_position_embeddings", _MOST_TOKENS) - reserved)
    tokens = wishes.max_tokens or min(_DEFAULT_TOKENS, most)
    if not 8 <= tokens <= most:
        raise SystemExit(f"--max-tokens is {tokens}, must be 8 to {most}")
    kept = json.loads(config.to_json_string(use_diff=False))
    return {**kept, "pad_token_id": pad, "id2label": {str(i): name for i, name in enumerate(labels)},
            "label2id": {name: i for i, name in enumerate(labels)},
            "simmer": {"max_tokens": tokens, "normalisation": wishes.normalisation}
            | ({"languages": list(wishes.languages)} if wishes.languages else {})}


def example(network: Network, pad: int) -> tuple[Tensor, ...]:
    """Inputs to trace with: two rows of different lengths."""
    ids = torch.randint(5, 20, (2, 9), generator=torch.Generator().manual_seed(1))
    mask = torch.ones_like(ids)
    ids[1, 6:], mask[1, 6:] = pad, 0
    return (ids, mask, torch.zeros_like(ids))[:len(network.inputs)]
