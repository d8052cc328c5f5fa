"""``train``: fine-tunes the base on the corpus. Bound to one thread; state is saved, and the same command goes on."""

import argparse
import json
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from . import data, network, sources
from .batches import MAX_TOKENS, Batch, Batches, encode
from .metrics import macro_recall
from .network import Network

_QUOTA = {"banking": 3_000, "goemotions": 30_000, "synthetic": 5_000}


def loss(model: Network, batch: Batch, side: float) -> Tensor:
    """Weighted soft cross-entropy, plus ``side`` times the two side tasks where the source has labels for them."""
    sentiment, heat, emotions = (logits.float() for logits in model(*batch.inputs))
    main = -(batch.target * F.log_softmax(sentiment, -1)).sum(-1)
    total = (main * batch.weight).mean()
    rated = batch.heat >= 0
    if rated.any():
        total = total + side * F.binary_cross_entropy_with_logits(heat[rated, 0], batch.heat[rated])
    marked = batch.emotions[:, 0] >= 0
    if marked.any():
        each = F.binary_cross_entropy_with_logits(emotions[marked], batch.emotions[marked], reduction="none")
        total = total + side * each.sum(-1).mean() / 4
    return total


def groups(model: Network, rate: float, decay: float) -> list[dict]:
    """Parameters by depth: each layer below the heads learns ``decay`` times as fast as the one above."""
    layers = list(model.encoder.encoder.layer)
    depth = {id(p): len(layers) - i for i, layer in enumerate(layers) for p in layer.parameters()}
    depth |= {id(p): len(layers) + 1 for p in model.encoder.embeddings.parameters()}
    found = []
    for name, parameter in model.named_parameters():
        below = depth.get(id(parameter), 0)
        plain = parameter.ndim < 2
        lr = rate * (decay ** below if below else 3.0)
        found.append({"params": [parameter], "lr": lr, "peak": lr, "weight_decay": 0.0 if plain else 0.01, "name": name})
    return found


def ramp(step: int, steps: int, warm: float) -> float:
    """Linear up over the first ``warm`` share, linear down to 0."""
    up = max(1.0, warm * steps)
    return (step + 1) / up if step < up else max(0.0, (steps - step) / (steps - up))


@torch.no_grad()
def probe(model: Network, tokenizer: Tokenizer, rows: list[tuple[int, str]]) -> float:
    """Macro recall in evaluation mode."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][1]))
    guesses = [0] * len(rows)
    for start in range(0, len(order), 64):
        part = order[start:start + 64]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*encode(tokenizer, [rows[i][1] for i in part]))[0]
        for i, guess in zip(part, logits.argmax(-1).tolist(), strict=True):
            guesses[i] = guess
    model.train()
    return macro_recall([label for label, _ in rows], guesses)


def fit(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    out: Path = options.work / options.name
    out.mkdir(exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    model = (network.load(options.start) if options.start
             else network.from_base(json.loads((options.work / "origins.json").read_text())))
    if options.layers:
        network.keep_layers(model, tuple(int(i) for i in options.layers.split(",")))
    model.train()
    average = [p.detach().clone() for p in model.parameters()]
    quota = _QUOTA | {name: int(rows) for name, rows in (pair.split("=") for pair in options.quota)}
    feed = Batches(data.read(options.work), tokenizer, options.rows, quota, options.seed, options.balance)
    steps = int(feed.steps * options.epochs)
    optimiser = torch.optim.AdamW(groups(model, options.rate, options.decay), fused=True)
    dev = {"tweets": sources.tweets(options.data / "dev" / "tweeteval-val.tsv"),
           "goemotions": [(sources.fold(n), t) for n, t in sources.emotions(options.data / "dev" / "goemotions-dev.tsv")
                          if sources.fold(n) is not None][:1500]}
    done = 0
    if (out / "state.pt").exists():
        state = torch.load(out / "state.pt", weights_only=False)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average, done = state["average"], state["step"]
        torch.set_rng_state(state["random"])
    parameters, began, mean = list(model.parameters()), time.monotonic(), 0.0
    print(f"{steps} steps, {feed.steps} an epoch", flush=True)
    step = done
    for epoch in range(done // feed.steps, int(options.epochs) + 1):
        for batch in feed.epoch(epoch, step % feed.steps):
            if step >= steps:
                break
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * ramp(step - 1, steps, 0.06)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(model, batch, options.side)
            value.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            keep = min(options.average, (step + 1) / (step + 10))
            torch._foreach_lerp_(average, [p.detach() for p in parameters], 1 - keep)
            mean = 0.98 * mean + 0.02 * value.item() if step > done + 1 else value.item()
            if step % 50 == 0:
                print(f"step {step} loss {mean:.4f} minutes {(time.monotonic() - began) / 60:.1f}", flush=True)
            if step % options.every == 0 or step == steps:
                torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average,
                            "step": step, "random": torch.get_rng_state()}, out / "state.part")
                (out / "state.part").replace(out / "state.pt")
                _report(model, average, tokenizer, dev, step, out)
    print(f"done in {(time.monotonic() - began) / 60:.1f} minutes", flush=True)


def _report(model: Network, average: list[Tensor], tokenizer: Tokenizer, dev: dict, step: int, out: Path) -> None:
    """Saves the averaged weights and prints the macro recall with the last and with the averaged ones."""
    last = {name: value.clone() for name, value in model.state_dict().items()}
    figures = [f"{name} last {probe(model, tokenizer, rows):.4f}" for name, rows in dev.items()]
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), average, strict=True):
            parameter.copy_(value)
    figures += [f"{name} averaged {probe(model, tokenizer, rows):.4f}" for name, rows in dev.items()]
    torch.save({"shape": network.shape(model), "weights": model.state_dict()}, out / "averaged.pt")
    torch.save({"shape": network.shape(model), "weights": last}, out / "last.pt")
    model.load_state_dict(last)
    print(f"step {step} " + ", ".join(figures), flush=True)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--work", type=Path, required=True, help="work folder of the data command")
    parser.add_argument("--name", default="run", help="sub-folder for this run's state")
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--rows", type=int, default=32)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--decay", type=float, default=0.92, help="learning rate of a layer against the one above")
    parser.add_argument("--average", type=float, default=0.999, help="decay of the weights' moving average")
    parser.add_argument("--balance", type=float, default=0.6, help="0 no class weights, 1 full inverse frequency")
    parser.add_argument("--start", type=Path, help="trained weights to go on from, instead of the base")
    parser.add_argument("--layers", default="", help="keep only these layers at the start, such as 0,2,3,5")
    parser.add_argument("--side", type=float, default=0.1, help="weight of each side task")
    parser.add_argument("--quota", action="append", default=[], metavar="SOURCE=ROWS", help="at most so many an epoch")
    parser.add_argument("--every", type=int, default=500, help="steps between saved states")
    parser.add_argument("--seed", type=int, default=20)


def run(options: argparse.Namespace) -> None:
    fit(options)
