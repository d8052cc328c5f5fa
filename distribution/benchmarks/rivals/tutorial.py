"""The pattern of the usual tutorial: transformers on the event loop, the whole history at every webhook, an update each time."""

import os
from contextlib import asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

from network import classifier

BASE_URL = os.environ["COGNIGY_BASE_URL"]
HEADERS = {"Authorization": f"Bearer {os.environ['COGNIGY_API_KEY']}"}
DECAY = 0.85
LEVELS = [("standard", 0.35, "main_flow", "continue"), ("supervisor", 0.65, "supervisor_escalation", "start"),
          ("manager", 1.01, "manager_escalation", "start")]

sentiment = classifier(os.environ["MODEL"], os.environ.get("WEIGHTS"))


class Payload(BaseModel):
    session: dict[str, Any]
    userInput: str
    platform: str
    language: str


def frustration(result: dict[str, Any]) -> float:
    match result["label"]:
        case "negative":
            return result["score"]
        case "positive":
            return 1.0 - result["score"]
        case _:
            return 0.5


def composite(history: list[dict[str, Any]]) -> float:
    said = [turn["userInput"] for turn in history if turn.get("userInput")]
    if not said:
        return 0.0
    scores = [frustration(result) for result in sentiment(said)]
    weights = [DECAY ** age for age in reversed(range(len(scores)))]
    return sum(score * weight for score, weight in zip(scores, weights)) / sum(weights)


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with httpx.AsyncClient(headers=HEADERS, transport=httpx.AsyncHTTPTransport(retries=3)) as app.state.cognigy:
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/webhook/sentiment-escalation")
async def webhook(payload: Payload) -> dict[str, Any]:
    session_id = payload.session.get("id")
    if not session_id:
        raise HTTPException(400, "Missing session ID in payload")
    score = composite(payload.session.get("history", []))
    level, _, flow, node = next(entry for entry in LEVELS if score < entry[1])
    answer = await app.state.cognigy.post(f"{BASE_URL}/sessions/{session_id}/update", json={
        "sessionData": {"escalationLevel": level, "frustrationScore": round(score, 4), "escalationTriggered": True},
        "flow": flow, "node": node})
    answer.raise_for_status()
    return {"status": "success", "escalationLevel": level, "frustrationScore": round(score, 4), "targetFlow": flow,
            "targetNode": node, "cognigyApiResult": answer.json()}
