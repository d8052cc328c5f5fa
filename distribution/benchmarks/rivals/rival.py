"""The strongest simple rival: FastAPI, onnxruntime, tokenizers, and a dictionary as a cache. THREADS=0 reads on the event loop."""

import asyncio
import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

import aiohttp
import numpy as np
import onnxruntime
import orjson
from fastapi import FastAPI, Request, Response
from tokenizers import Tokenizer

FOLDER = Path(os.environ["MODEL"])
BASE_URL = os.environ["COGNIGY_BASE_URL"]
HEADERS = {"Authorization": f"Bearer {os.environ['COGNIGY_API_KEY']}", "Content-Type": "application/json"}
THREADS = int(os.environ.get("THREADS", "0"))
DECAY = 0.85
LEVELS = [(0.65, "manager", "manager_escalation"), (0.35, "supervisor", "supervisor_escalation"), (0.0, "standard", "main_flow")]

settings = json.loads((FOLDER / "config.json").read_text())["simmer"]
scale = np.array(settings["calibration"]["scale"], dtype=np.float32)
tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.enable_truncation(settings["max_tokens"])
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = onnxruntime.InferenceSession(str(FOLDER / "model.onnx"), options, providers=["CPUExecutionProvider"])
pool = ThreadPoolExecutor(THREADS) if THREADS else None
cache: dict[str, float] = {}
held: dict[str, str] = {}


def read(text: str) -> float:
    ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
    logits = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)})[0][0]
    raised = np.exp(logits * scale - (logits * scale).max())
    return float(raised[0] / raised.sum())


async def negative(text: str) -> float:
    known = cache.get(text)
    if known is None:
        known = read(text) if pool is None else await asyncio.get_running_loop().run_in_executor(pool, read, text)
        cache[text] = known
    return known


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with aiohttp.ClientSession(headers=HEADERS) as app.state.cognigy:
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/webhook/sentiment-escalation")
async def webhook(request: Request) -> Response:
    payload = orjson.loads(await request.body())
    session_id = payload["session"]["id"]
    texts = [turn["userInput"] for turn in payload["session"].get("history", [])] + [payload["userInput"]]
    scores = [await negative(text) for text in texts]
    weights = [DECAY ** (len(texts) - 1 - age) for age in range(len(texts))]
    score = sum(s * w for s, w in zip(scores, weights)) / sum(weights)
    _, level, flow = next(entry for entry in LEVELS if score >= entry[0])
    result = None
    if held.get(session_id, "standard") != level:
        body = orjson.dumps({"sessionData": {"escalationLevel": level, "frustrationScore": round(score, 4),
                                             "escalationTriggered": True}, "flow": flow, "node": "start"})
        async with app.state.cognigy.post(f"{BASE_URL}/sessions/{quote(session_id)}/update", data=body) as answer:
            answer.raise_for_status()
            result = orjson.loads(await answer.read())
        held[session_id] = level
    turns = [{"negative": round(s, 4), "weight": round(w, 4)} for s, w in zip(scores, weights)]
    return Response(orjson.dumps({"status": "success", "escalationLevel": level, "frustrationScore": round(score, 4),
                                  "targetFlow": flow, "cognigyApiResult": result, "turns": turns}), media_type="application/json")
