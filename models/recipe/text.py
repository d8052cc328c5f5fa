"""The normalisation called ``social`` in ``config.json``: what a text goes through before the tokenizer."""

import re

_MENTION = re.compile(r"(?<![A-Za-z0-9_])@[A-Za-z0-9_]+")
_LINK = re.compile(r"(?<![^ ])(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[^ ]+")
_SPACE = re.compile(r"[ \t\n\x0b\f\r]+")


def normalise(text: str) -> str:
    """Folds ASCII white space, then mentions to ``@user``, then links to ``http``.

    Applying it twice changes nothing. White space outside ASCII and case are left to the tokenizer.
    """
    folded = _SPACE.sub(" ", text).strip(" ")
    return _LINK.sub("http", _MENTION.sub("@user", folded))
