"""The encoder in bare tensor operations, for export: the same numbers as the trained one, fewer and larger products."""

import math

import torch
from torch import Tensor, nn

from .network import Network


class Dense(nn.Module):
    """A linear layer, or several with the same input as one."""

    def __init__(self, *parts: nn.Module) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.cat([p.weight.detach() for p in parts]))
        self.bias = nn.Parameter(torch.cat([p.bias.detach() for p in parts]))

    def forward(self, hidden: Tensor) -> Tensor:
        return nn.functional.linear(hidden, self.weight, self.bias)


class Plain(nn.Module):
    """Takes a trained network's weights; returns ``logits`` and, if asked for, the ``frustration`` logits."""

    def __init__(self, network: Network, with_frustration: bool) -> None:
        super().__init__()
        config = network.encoder.config
        self.heads, self.width = config.num_attention_heads, config.hidden_size // config.num_attention_heads
        self.embeddings = network.encoder.embeddings
        self.layers = nn.ModuleList()
        for layer in network.encoder.encoder.layer:
            own, after = layer.attention.self, layer.attention.output
            self.layers.append(nn.ModuleDict({
                "asked": Dense(own.query, own.key, own.value), "mixed": Dense(after.dense), "norm": after.LayerNorm,
                "inner": Dense(layer.intermediate.dense), "outer": Dense(layer.output.dense),
                "last": layer.output.LayerNorm}))
        self.sentiment = network.sentiment
        self.frustration = network.frustration if with_frustration else None

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, ...]:
        table = self.embeddings
        places = torch.arange(input_ids.size(1), device=input_ids.device).unsqueeze(0)
        hidden = table.LayerNorm(table.word_embeddings(input_ids) + table.position_embeddings(places)
                                 + table.token_type_embeddings(token_type_ids))
        seen = attention_mask.to(hidden.dtype)
        hide = (1.0 - seen)[:, None, None, :] * -10_000.0
        for layer in self.layers:
            hidden = self._layer(layer, hidden, hide)
        mask = seen.unsqueeze(-1)
        pooled = (hidden * mask).sum(1) / mask.sum(1)
        if self.frustration is None:
            return (self.sentiment(pooled),)
        return self.sentiment(pooled), self.frustration(pooled)

    def _layer(self, layer: nn.ModuleDict, hidden: Tensor, hide: Tensor) -> Tensor:
        rows, tokens = hidden.size(0), hidden.size(1)
        asked = layer["asked"](hidden).view(rows, tokens, 3, self.heads, self.width)
        query, key, value = asked.permute(2, 0, 3, 1, 4).unbind(0)
        share = torch.softmax(query @ key.transpose(-1, -2) * (1 / math.sqrt(self.width)) + hide, -1)
        mixed = (share @ value).transpose(1, 2).reshape(rows, tokens, self.heads * self.width)
        hidden = layer["norm"](layer["mixed"](mixed) + hidden)
        inner = nn.functional.gelu(layer["inner"](hidden))
        return layer["last"](layer["outer"](inner) + hidden)
