"""Realistic errors of form: what programs fill in, quotation marks, questions, strings left as they were."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from copydesk.data import Bitext
from copydesk.gate.mutations import Pool
from copydesk.languages import facts
from copydesk.text.fold import fold
from copydesk.verify.roles import is_list

_QUOTED = re.compile(r'[«“„"]\s?([^«»“”„"]*[^\W\d_][^«»“”„"]*?)\s?[»”“"]')
_ASKS = re.compile(r"[?？؟](?=[\s»”\"'’)\]]*$)")
_PLAIN = re.compile(r"(?<![^\s])[^\W\d_]{5,}(?: [^\W\d_]+)? [^\W\d_]{5,}(?![^\s,.])")
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{3,}\b")
_VARIABLES = (
    ("{name}", "{nom}"), ("{count}", ""), ("%s", ""), ("%1$s", "%2$s"), ("{{ total }}", "{{ totale }}"),
    ("$USER", ""), ("%(day)s", "%(jour)s"), ("${id}", "$ {id}"), ('<x id="1"/>', ""), ("<br/>", ""),
)  # fmt: skip


def variable(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A variable is lost or renamed; both sides get one at the end first."""
    del pool
    if not bitext.source or not bitext.target:
        return None
    good, bad = dice.choice(_VARIABLES)
    source, target = f"{bitext.source} {good}", f"{bitext.target} {bad}".rstrip()
    return replace(bitext, source=source, target=target, source_inlines=(), target_inlines=())


def quote_lost(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """All marks of the only quotation go; the words stay."""
    del dice, pool
    if len(_QUOTED.findall(bitext.target)) != 1 or len(_QUOTED.findall(bitext.source)) != 1:
        return None
    return replace(bitext, target=_QUOTED.sub(r"\1", bitext.target), target_inlines=())


def question(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A question becomes a statement: its mark turns into a full stop, an opening one goes."""
    del dice, pool
    if not _ASKS.search(bitext.target) or not _ASKS.search(bitext.source):
        return None
    opening = "".join(mark for _, mark in facts(bitext.pair.target).typography.opening_marks if mark == "¿")
    target = re.sub(r"[\u00a0\u202f ]?[?？؟](?=[\s»”\"'’)\]]*$)", ".", bitext.target)
    return replace(bitext, target=target.replace(opening, "") if opening else target)


def short_untranslated(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A string of a few words stands as in the source: a piece of it, as labels and titles are."""
    del pool
    own, other = (set(re.findall(r"[^\W\d_]+", text.lower())) for text in (bitext.source, bitext.target))
    found = [m.group() for m in _PLAIN.finditer(bitext.source) if m.group().islower()]
    found = [piece for piece in found if not any(fold(word) in map(fold, other) for word in piece.split())]
    if not found or not own - other:
        return None
    piece = dice.choice(found)
    text = piece[0].upper() + piece[1:]
    return replace(bitext, source=text, target=text, source_inlines=(), target_inlines=(), ledger=None)


def inconsistent(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """One longer word of a short target becomes one of another pair; the good pair stands beside it."""
    words = list(re.finditer(r"[^\W\d_]{4,}", bitext.target))
    others = re.findall(r"[^\W\d_]{4,}", dice.choice(pool.pairs).target) if pool.pairs else []
    if not words or not others or len(bitext.source) > _COMES_BACK:
        return None
    place, other = dice.choice(words), dice.choice(others)
    if other.lower() in bitext.target.lower():
        return None
    target = bitext.target[: place.start()] + other + bitext.target[place.end() :]
    return replace(bitext, target=target, target_inlines=())


_COMES_BACK = 60
"""Code points of a text that is likely to stand twice."""


def negation_words(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """The only word that denies by itself (never, nobody, without) goes, or says the opposite."""
    del dice, pool
    own, other = facts(bitext.pair.source).negation, facts(bitext.pair.target).negation
    said = {
        own.strong[word] for word in re.findall(r"[^\W\d_]+", bitext.source.lower()) if word in own.strong
    }
    theirs = [word for word in re.findall(r"[^\W\d_]+", bitext.target.lower()) if word in other.strong]
    if len(theirs) != 1 or other.strong[theirs[0]] not in said:
        return None
    for pattern, text in other.word_drops:
        if len(re.findall(pattern, bitext.target)) == 1:
            return replace(bitext, target=re.sub(pattern, text, bitext.target, count=1))
    return None


def name_role(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """Two names that both sides write alike, in one order and in no list, change places in the target."""
    del pool
    own = [match.group() for match in _NAME.finditer(bitext.source)]
    found = [
        match
        for match in _NAME.finditer(bitext.target)
        if own.count(match.group()) == 1 and bitext.target.count(match.group()) == 1
    ]
    pairs = [
        (one, two)
        for at, one in enumerate(found)
        for two in found[at + 1 :]
        if own.index(one.group()) < own.index(two.group())
        and not is_list(bitext.target[one.end() : two.start()], bitext.pair.target)
    ]
    if not pairs:
        return None
    one, two = dice.choice(pairs)
    text = bitext.target
    middle = text[one.end() : two.start()]
    return replace(
        bitext, target=text[: one.start()] + two.group() + middle + one.group() + text[two.end() :]
    )
