"""What a language model answered, read strictly: what is no plain translation counts as no answer."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection

_FENCED = re.compile(r"```(?:json)?\s*(?P<inside>.*?)\s*```", re.DOTALL)
_LABEL = re.compile(
    r"(?:^|[\[(\n])\s*(?:note|nota|n\.?\s?b\.|anmerkung|remarque|translator['’]s note|traduction|translation|"
    r"traducción|tradução|traduzione|übersetzung|traducció)\s*:",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\bn\.?\s?d\.?\s?(?:t|l\.?t|l\.?r|r)\.|\bn\. de la t\.|\bnot[ae] d[eou]l? (?:la )?tradu\w+"
    r"|^(?:sure|certainly|of course|here(?:['’]s| is| are)|voici|aquí (?:está|tiene)|ecco|hier ist)\b"
    r"[^.]{0,80}(?:translat|tradu[czç]|übersetz)",
    re.IGNORECASE,
)
"""How models begin notes and remarks of their own, in the languages of the desk and in English."""

_OWN_LABEL = re.compile(r"^\W*\w+(?:\s\w+)?\s*:")


class NoAnswerError(ValueError):
    """The answer as a whole is not what was asked for."""


def read(text: str, wanted: Collection[str]) -> dict[str, str]:
    """The translations in ``text`` by id; ids that are lost, or stand there twice, are left out.

    Raises:
        NoAnswerError: it is no JSON object of the form that was asked for.
    """
    fenced = _FENCED.fullmatch(text.strip())
    try:
        answer = json.loads(fenced["inside"] if fenced else text)
        pairs = [(str(entry["id"]), entry["text"]) for entry in answer["translations"]]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoAnswerError("the answer is not the JSON that was asked for") from error
    times = Counter(name for name, _ in pairs)
    return {
        name: value.strip()
        for name, value in pairs
        if name in wanted and times[name] == 1 and isinstance(value, str) and value.strip()
    }


def objection(answer: str, source: str) -> str:
    """Why ``answer`` holds more than a translation of ``source``; empty where it may be one."""
    if "\n" in answer and "\n" not in source:
        return "it has several lines where the source has one"
    label, remark = _LABEL.search(answer), _REMARK.search(answer)
    if label and (_LABEL.search(source) or (label.start() == 0 and _OWN_LABEL.search(source))):
        label = None
    found = label or (None if _REMARK.search(source) else remark)
    return f"it holds a remark of the translator's own ({found.group().strip()!r})" if found else ""
