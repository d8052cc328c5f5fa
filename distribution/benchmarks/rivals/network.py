"""Simmer's model as transformers runs it: fp32, in a text-classification pipeline."""

import json
from pathlib import Path

import torch
from transformers import BertConfig, BertModel, BertPreTrainedModel, PreTrainedTokenizerFast, TextClassificationPipeline
from transformers.modeling_outputs import SequenceClassifierOutput


class MeanPooled(BertPreTrainedModel):
    """An encoder, the mean of its tokens, one linear layer; the parts are named as in the recipe's checkpoints."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.sentiment = torch.nn.Linear(config.hidden_size, 3)
        self.post_init()

    def forward(self, input_ids, attention_mask, token_type_ids=None, **_) -> SequenceClassifierOutput:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)[0]
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        return SequenceClassifierOutput(logits=self.sentiment((hidden * mask).sum(1) / mask.sum(1)))


def classifier(folder: str, weights: str | None) -> TextClassificationPipeline:
    """``weights`` is a checkpoint of the recipe; without one they are random, which takes as long and scores nonsense."""
    shape = json.loads((Path(folder) / "config.json").read_text())
    shape.pop("simmer")
    shape.pop("architectures")
    model = MeanPooled(BertConfig(**{**shape, "id2label": {int(i): name for i, name in shape["id2label"].items()}}))
    if weights:
        saved = torch.load(weights, weights_only=True)["weights"]
        model.load_state_dict({name: saved[name] for name in model.state_dict() if name in saved}, strict=True)
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(Path(folder) / "tokenizer.json"), pad_token="[PAD]",
                                        model_max_length=128)
    return TextClassificationPipeline(model=model.eval(), tokenizer=tokenizer, device=-1)
