"""The best model for a pair, by what its card says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec

from copydesk.data import Pair
from copydesk.errors import CopydeskError
from copydesk.models.card import Card
from copydesk.models.describe import two_letters
from copydesk.models.home import recipes

_PAIR = re.compile(r"([A-Za-z]{2,3})-([A-Za-z]{2,3})")
_PUBLISHERS_ONLY = re.compile(r"\bNC\b", re.IGNORECASE)
"""What licences that forbid commercial use have in their names (CC-BY-NC-4.0): no choice for a newsroom."""

_PACKAGES = {"firefox": "fxtranslate"}
_PACKAGE = "ctranslate2"
"""What runs the models of a family, and of all others; the extras are ``firefox`` and ``neural``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A card, and why it was taken before the others, in words."""

    card: Card
    reason: str


def pair_in(text: str) -> Pair | None:
    """The pair that ``text`` names ("es-fr", "spa-fra"); None if it names something else."""
    match = _PAIR.fullmatch(text)
    return Pair(two_letters(match[1].lower()), two_letters(match[2].lower())) if match else None


def best(pair: Pair, cards: Iterable[Card] | None = None) -> Choice:
    """The model for ``pair`` among ``cards`` (None: those that come with copydesk) with the highest BLEU.

    Figures are compared on one set, the one that most of the cards measured. A model without a figure comes
    after those that have one, a model of many languages after one of this pair. A licence that forbids
    commercial use is passed over where another model is there, and so is one whose engine is not installed.

    Raises:
        CopydeskError: no card has the pair.
    """
    fitting = [card for card in (recipes() if cards is None else cards) if pair in card.pairs]
    if not fitting:
        raise CopydeskError(
            f"no model for {pair} is known",
            remedy=f"Run: copydesk models add FOLDER_OR_ID --from {pair.source} --to {pair.target}",
        )
    free = [card for card in fitting if not _PUBLISHERS_ONLY.search(card.licence)] or fitting
    running = [card for card in free if find_spec(_PACKAGES.get(card.family, _PACKAGE))] or free
    figures = [(card, card.figures(pair)) for card in running]
    sets = [name for _, known in figures for name in known]
    common = max(sorted(set(sets)), key=sets.count, default="")
    ranked = sorted(figures, key=lambda f: (-f[1].get(common, -1.0), len(f[0].pairs), f[0].name))
    paid = [card.name for card in fitting if card not in free]
    reason = _reason(ranked, common, [f"not for commercial use: {', '.join(paid)}"] if paid else [])
    lacking = [card.name for card in free if card not in running]
    return Choice(
        ranked[0][0], reason + (f"; no engine installed for {', '.join(lacking)}" if lacking else "")
    )


def _reason(ranked: list[tuple[Card, dict[str, float]]], common: str, passed: list[str]) -> str:
    (_, first), *others = ranked
    words = [
        f"BLEU {first[common]:.1f} on {common} by its card" if common in first else "no figure on its card"
    ]
    words += [f"{card.name} has {known[common]:.1f}" for card, known in others if common in known]
    if common in first and (unknown := [card.name for card, known in others if common not in known]):
        words.append(f"no figure for {', '.join(unknown)}")
    return "; ".join(words + passed)
