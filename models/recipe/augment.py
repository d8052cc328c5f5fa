"""Label-preserving noise: what customers' keyboards do to a text. Pure functions of a text and a random source."""

import random
import re

_EMOTICONS = [
    (re.compile(r"(?<!\S)[:;=]-?[)\]](?!\S)"), "😊🙂😀😉☺"),
    (re.compile(r"(?<!\S)[:=]-?D(?!\S)"), "😀😁😄😂"),
    (re.compile(r"(?<!\S)[:=]'?-?[(\[](?!\S)"), "😢😞😔☹😭🙁"),
    (re.compile(r"(?<!\S)<3(?!\S)"), "❤♥💕😍"),
]
_NAMES = "Sam Alex Priya Maria James Chen Fatima Tom Olga Ben Aisha Luca".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def typo(text: str, rng: random.Random) -> str:
    """Swaps, drops, doubles or replaces one inner letter of one word of four letters or more."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long:
        return text
    i = rng.choice(long)
    word, at = words[i], rng.randrange(1, len(words[i]) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2:]
    elif kind == 1:
        word = word[:at] + word[at + 1:]
    elif kind == 2:
        word = word[:at] + word[at] + word[at:]
    else:
        word = word[:at] + rng.choice(_LETTERS) + word[at + 1:]
    words[i] = word
    return " ".join(words)


def strip_end(text: str) -> str:
    """Drops the punctuation at the end; a text of nothing else stays."""
    return text.rstrip(".!?,; ") or text


def emoticons_to_emoji(text: str, rng: random.Random) -> str:
    """Writes ``:)`` and its kin as emoji of the same mood, sometimes two or three of them."""
    for pattern, emoji in _EMOTICONS:
        text = pattern.sub(lambda _: rng.choice(emoji) * rng.choice((1, 1, 1, 2, 3)), text)
    return text


def unmask(text: str, rng: random.Random) -> str:
    """Puts a first name where GoEmotions wrote ``[NAME]``."""
    while "[NAME]" in text:
        text = text.replace("[NAME]", rng.choice(_NAMES), 1)
    return text


def address(text: str, rng: random.Random) -> str:
    """Adds what says nothing about the mood: a mention, a greeting, an order id or a link."""
    kind = rng.randrange(6)
    if kind <= 2:
        return "@user " + text
    if kind == 3:
        return rng.choice(("hi ", "hello, ", "Hi there, ", "hey ")) + text
    if kind == 4:
        return text + rng.choice((" order %d", " (ref %d)", " #%d")) % rng.randrange(10_000, 9_999_999)
    return text + " http"


def noisy(text: str, source: str, rng: random.Random) -> str:
    """One draw of the noise used in training; tweets already carry mentions and links, so they get none."""
    if rng.random() < 0.7:
        text = emoticons_to_emoji(text, rng)
    if source == "goemotions" and rng.random() < 0.5:
        text = unmask(text, rng)
    if source != "tweets" and "@user" not in text and rng.random() < 0.2:
        text = address(text, rng)
    if rng.random() < 0.12:
        text = strip_end(text)
    for _ in range(2):
        if rng.random() < (0.10 if source == "tweets" else 0.15):
            text = typo(text, rng)
    if source != "tweets" and rng.random() < 0.05:
        text = text.replace("'", "")
    return text
