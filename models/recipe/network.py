"""The encoder with its heads: sentiment for everybody, frustration and emotions for training."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from .data import base_folder
from .sources import EMOTIONS


class Network(nn.Module):
    """Mean of the last layer's tokens, then one linear layer a head."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.sentiment = nn.Linear(encoder.config.hidden_size, 3)
        self.frustration = nn.Linear(encoder.config.hidden_size, 1)
        self.emotions = nn.Linear(encoder.config.hidden_size, len(EMOTIONS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits [rows, 3], [rows, 1] and [rows, 28]."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask,
                              token_type_ids=token_type_ids).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = self.dropout((hidden * mask).sum(1) / mask.sum(1).clamp(min=1.0))
        return self.sentiment(pooled), self.frustration(pooled), self.emotions(pooled)


def _with_vocabulary(encoder: BertModel, origins: list[list[int]]) -> BertModel:
    old = encoder.embeddings.word_embeddings.weight.data
    new = nn.Embedding(len(origins), old.shape[1], padding_idx=0)
    with torch.no_grad():
        for row, ids in enumerate(origins):
            new.weight[row] = old[ids].mean(0)
    encoder.embeddings.word_embeddings = new
    encoder.config.vocab_size = len(origins)
    return encoder


def from_base(origins: list[list[int]]) -> Network:
    """The base encoder with our vocabulary and new heads."""
    encoder = BertModel.from_pretrained(base_folder(), add_pooling_layer=False, local_files_only=True)
    return Network(_with_vocabulary(encoder, origins))


def keep_layers(network: Network, layers: tuple[int, ...]) -> None:
    """Drops all other layers of the encoder."""
    network.encoder.encoder.layer = nn.ModuleList(network.encoder.encoder.layer[i] for i in layers)
    network.encoder.config.num_hidden_layers = len(layers)


def empty(config: dict) -> Network:
    """A network of the given shape with random weights."""
    return Network(BertModel(BertConfig(**config), add_pooling_layer=False))


def load(checkpoint: Path) -> Network:
    """A trained network."""
    saved = torch.load(checkpoint, weights_only=True)
    model = empty(saved["shape"])
    model.load_state_dict(saved["weights"])
    return model


def shape(network: Network) -> dict:
    """What ``empty`` needs to make the same shape again."""
    config = network.encoder.config
    return {name: getattr(config, name) for name in (
        "vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "hidden_act",
        "max_position_embeddings", "type_vocab_size", "layer_norm_eps", "pad_token_id")}
