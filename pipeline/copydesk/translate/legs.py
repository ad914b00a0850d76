"""The engines that the legs of routes are made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from importlib.util import find_spec

from copydesk.data import Candidate, Pair, Request
from copydesk.models.home import Installed, installed
from copydesk.translate.base import Alternatives, Engine
from copydesk.translate.markup.restore import restore_markup
from copydesk.translate.neural.choice import served
from copydesk.translate.options import TranslateOptions
from copydesk.translate.route import Leg, without_regions

Build = Callable[[str, TranslateOptions], Engine]
"""Gives the engine of a name."""

NEURAL = {"ct2": "ctranslate2", "firefox": "fxtranslate", "marian": "transformers"}
"""The neural engines and the package each needs, the one to prefer for the same model first."""

LOCAL = ("apertium", *NEURAL)
"""The engines that work on this machine: those of which "auto" makes its routes."""


class Legs:
    """The local engines, each built when it is first asked, all closed together.

    Whatever an engine does not keep by itself is put back behind it, so that inline marks and protected
    spans travel through engines of any kind.
    """

    def __init__(self, options: TranslateOptions, build: Build, engines: Collection[str] = LOCAL) -> None:
        self._options = options
        self._build = build
        self._names = tuple(engines)
        self._engines: dict[str, Engine] = {}
        self._installed: frozenset[Leg] | None = None

    @property
    def installed(self) -> frozenset[Leg]:
        """Every direction that works now. Neural engines need not be built for it: cards tell theirs."""
        if self._installed is None:
            self._installed = frozenset(
                Leg(name, without_regions(pair)) for name in self._names for pair in self._pairs(name)
            )
        return self._installed

    def engine(self, name: str) -> Engine:
        """The engine called ``name``.

        Raises:
            PluginError: there is none.
        """
        if name not in self._engines:
            self._engines[name] = self._build(name, self._options)
        return self._engines[name]

    def translate(self, leg: Leg, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order, with all marks and those protected spans that survived."""
        engine = self.engine(leg.engine)
        can = engine.capabilities
        return [restore_markup(a, r, can) for a, r in zip(engine.translate(batch), batch, strict=True)]

    def alternatives(self, leg: Leg, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` candidates per request, best first; one where the engine gives no more."""
        engine = self.engine(leg.engine)
        if not isinstance(engine, Alternatives):
            return [(candidate,) for candidate in self.translate(leg, batch)]
        can = engine.capabilities
        found = engine.alternatives(batch, count)
        return [tuple(restore_markup(a, r, can) for a in some) for some, r in zip(found, batch, strict=True)]

    def published(self, leg: Leg) -> dict[str, float]:
        """The best BLEU by test set that the cards of the installed models give for ``leg``."""
        figures: dict[str, float] = {}
        for model in models_of(leg.engine):
            if (real := served(model, leg.pair)) is not None:
                for name, bleu in model.card.figures(real).items():
                    figures[name] = max(bleu, figures.get(name, 0.0))
        return figures

    def close(self) -> None:
        """Stop all engines; each is built anew if it is asked again."""
        for engine in self._engines.values():
            engine.close()
        self._engines = {}

    def _pairs(self, name: str) -> Collection[Pair]:
        if name in NEURAL:
            return {pair for model in models_of(name) for pair in model.card.pairs}
        return self.engine(name).pairs()


def models_of(name: str) -> tuple[Installed, ...]:
    """The installed models that the neural engine ``name`` can load here; none without its package."""
    if name not in NEURAL or find_spec(NEURAL[name]) is None:
        return ()
    if name == "ct2":
        return tuple(model for model in installed() if model.ct2.is_dir())
    if name == "firefox":
        return tuple(model for model in installed() if model.firefox.is_dir())
    return tuple(m for m in installed() if m.card.family == "marian" and m.reference.is_dir())
