"""Which of a word's translations an Apertium direction takes, by the words round it.

Between its bilingual dictionary and its transfer Apertium's text is a stream of
``^word<tags>/translation<tags>$``. A choice made there is inflected and elided, and the words round it agree
with it ("le vote final" for "la votation finale"); it changes no text that anybody has written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from copydesk.data import Pair
from copydesk.stage import content_key

_UNIT = re.compile(r"\^([^/$<]+)((?:<[^>$]+>)+)(# [^/$]*)?/([^/$<]+)((?:<[^>$]+>)+)[^$]*\$")
_NUMBERS = ("<sg>", "<pl>")


@dataclass(frozen=True, slots=True)
class Choice:
    """``taken`` instead of ``given``, both with the tags that say what kind of word they are.

    ``when`` must be found in the stream, ``unless`` must not; the word itself stands there as ``_``.
    """

    given: str
    taken: str
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None


class Selection:
    """A step among the processes of a mode: answers each unit by the unit with other translations chosen."""

    def __init__(self, choices: Mapping[str, Sequence[Choice]]) -> None:
        self._choices = choices

    def exchange(self, units: Sequence[str], *, deadline: float) -> list[str]:  # noqa: ARG002 - as its neighbours
        """One answer per unit, same order."""
        return [self._chosen(unit) for unit in units]

    def close(self) -> None:
        """Nothing runs."""

    def _chosen(self, unit: str) -> str:
        return _UNIT.sub(lambda match: self._word(match, unit), unit)

    def _word(self, match: re.Match[str], unit: str) -> str:
        lemma, tags, tail, given, given_tags = match.groups()
        if tail:
            return match.group()
        for choice in self._choices.get(lemma.lower(), ()):
            word, kind = _split(choice.given)
            if given.lower() != word.lower() or not given_tags.startswith(kind):
                continue
            around = f"{unit[: match.start()]}_{unit[match.end() :]}"
            if (choice.when is None or choice.when.search(around)) and not (
                choice.unless and choice.unless.search(around)
            ):
                return f"^{lemma}{tags}/{_inflected(choice, given, given_tags, tags)}$"
        return match.group()


def _inflected(choice: Choice, given: str, given_tags: str, source_tags: str) -> str:
    """The word taken, with the capital of the one given and the number and case that its tags leave open."""
    _, kind = _split(choice.given)
    word, own = _split(choice.taken)
    rest = given_tags[len(kind) :]
    if own.endswith(("<sp>", "<nt>")):
        rest = ""
    elif rest in ("<sp>", "<ND>"):
        rest = next((number for number in _NUMBERS if number in source_tags), "<sg>")
    return (
        (word[:1].upper() + word[1:] if given[:1].isupper() and given[1:2].islower() else word) + own + rest
    )


def _split(entry: str) -> tuple[str, str]:
    word, bracket, tags = entry.partition("<")
    return word, bracket + tags


@cache
def selection(pair: Pair) -> Selection | None:
    """The choices of ``selections/<pair>.tsv``; None where there is none.

    A line has the word as Apertium reads it, the translation that its dictionary gives, the one to take, and
    the patterns of ``when`` and ``unless``, which may be missing.
    """
    rows = _rows(pair)
    if not rows:
        return None
    choices: dict[str, list[Choice]] = defaultdict(list)
    for lemma, given, taken, *patterns in rows:
        when, unless = ([re.compile(p) if p else None for p in patterns] + [None, None])[:2]
        choices[lemma].append(Choice(given, taken, when, unless))
    return Selection(choices)


def digest(pair: Pair) -> str:
    """Changes whenever the choices for ``pair`` do."""
    return content_key(_rows(pair))[:8]


@cache
def _rows(pair: Pair) -> tuple[tuple[str, ...], ...]:
    path = files("copydesk.translate").joinpath("selections", f"{pair}.tsv")
    if not path.is_file():
        return ()
    lines = path.read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
