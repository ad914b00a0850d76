"""The best installed engine for each pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import PairMissingError
from copydesk.models.home import Installed, installed
from copydesk.translate.base import Alternatives, Capabilities, Engine
from copydesk.translate.markup.dress import dressed
from copydesk.translate.neural.engine import served
from copydesk.translate.options import TranslateOptions
from copydesk.translate.pivot import PivotEngine
from copydesk.translate.route import MEASURED

NEURAL = {"ct2": "ctranslate2", "marian": "transformers"}
"""The neural engines, the faster one first, and the package each needs."""

_MIDDLE = "en"
"""The language with most models: the pivot where no direct one is installed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine that serves a pair, and why; ``engine`` is None where none does."""

    name: str
    reason: str
    engine: Engine


class AutoEngine:
    """Sends each pair to the best installed engine for it.

    The order: a neural model for the very pair; the measured or direct ways through Apertium; neural models
    through English. Where both a model's card and Apertium's way have a measured BLEU, the higher one goes
    first. Marks and protected spans are put back here, since some engines keep them and some do not.
    """

    name = "auto"
    capabilities = Capabilities(inlines=True)

    def __init__(self, options: TranslateOptions, build: Callable[[str, TranslateOptions], Engine]) -> None:
        self._options = options
        self._apertium = PivotEngine(options, direct=True)
        self._neural = {name: Dressed(name, options, build) for name in NEURAL if models_of(name)}
        middle = options.model_copy(update={"pivot": options.pivot or _MIDDLE})
        self._chained = {name: PivotEngine(middle, legs=legs) for name, legs in self._neural.items()}
        self._choices: dict[Pair, Choice] = {}

    def pairs(self) -> tuple[Pair, ...]:
        """The directions that some engine serves, sorted."""
        found = set(self._apertium.pairs())
        some: list[Engine] = [*self._neural.values(), *self._chained.values()]
        for engine in some:
            found.update(engine.pairs())
        return tuple(sorted(found))

    def choice(self, pair: Pair) -> Choice:
        """The engine for ``pair``, and why.

        Raises:
            PairMissingError: naming the commands that would bring one.
        """
        if pair not in self._choices:
            self._choices[pair] = self._choose(pair)
        return self._choices[pair]

    def fingerprint(self, pair: Pair) -> str:
        """That of the chosen engine."""
        return self.choice(pair).engine.fingerprint(pair)

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order."""
        return self.choice(batch[0].pair).engine.translate(batch) if batch else []

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Several candidates per request where the chosen engine gives them, else one."""
        engine = self.choice(batch[0].pair).engine if batch else self._apertium
        if isinstance(engine, Alternatives):
            return engine.alternatives(batch, count)
        return [(candidate,) for candidate in self.translate(batch)]

    def close(self) -> None:
        """Stop all engines."""
        some: list[Engine] = [self._apertium, *self._neural.values()]
        for engine in some:
            engine.close()

    def _choose(self, pair: Pair) -> Choice:
        direct = [] if self._options.via else self._direct(pair)
        try:
            way = self._apertium.route(pair)
            shown = f"apertium {' > '.join(way)}"
            bleu = dict(MEASURED.get(Pair(way[0], way[-1]), ())).get(way)
        except PairMissingError as missing:
            return self._without_apertium(pair, direct, missing)
        if not direct:
            return Choice(
                shown, "Apertium's best installed way; no neural model for the pair", self._apertium
            )
        first, its = direct[0]
        if bleu is not None and its is not None and its < bleu:
            reason = f"BLEU {bleu} measured, against {its} of {first.name}"
            return Choice(shown, reason, self._apertium)
        return first

    def _without_apertium(
        self, pair: Pair, direct: list[tuple[Choice, float | None]], missing: PairMissingError
    ) -> Choice:
        if direct:
            return direct[0][0]
        for name, engine in self._chained.items():
            try:
                way = engine.route(pair)
            except PairMissingError:
                continue
            return Choice(
                f"{name} {' > '.join(way)}", "no direct model or Apertium pair is installed", engine
            )
        raise missing

    def _direct(self, pair: Pair) -> list[tuple[Choice, float | None]]:
        """The neural engines that have a model for the very pair, with its measured BLEU."""
        found: list[tuple[Choice, float | None]] = []
        for name, engine in self._neural.items():
            scores = [m.card.bleu(real) for m in models_of(name) if (real := served(m, pair))]
            if scores:
                known = [score for score in scores if score is not None]
                reason = "a neural model for the very pair is installed"
                found.append((Choice(name, reason, engine), max(known, default=None)))
        return found


class Dressed:
    """A neural engine that keeps marks and protected spans: what it loses is put back by alignment.

    The engine itself is built when it is first asked; its directions are read from the cards.
    """

    capabilities = Capabilities(inlines=True, protections=True)

    def __init__(
        self, name: str, options: TranslateOptions, build: Callable[[str, TranslateOptions], Engine]
    ) -> None:
        self.name = name
        self._options = options
        self._build = build
        self._built: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine inside."""
        if self._built is None:
            self._built = self._build(self.name, self._options)
        return self._built

    def pairs(self) -> tuple[Pair, ...]:
        """The directions of the installed models, sorted."""
        return tuple(sorted({pair for model in models_of(self.name) for pair in model.card.pairs}))

    def fingerprint(self, pair: Pair) -> str:
        """The engine's own."""
        return self.engine.fingerprint(pair)

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order."""
        can = self.engine.capabilities
        answers = self.engine.translate(batch)
        return [dressed(answer, one, can) for answer, one in zip(answers, batch, strict=True)]

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` candidates per request, best first."""
        if not isinstance(self.engine, Alternatives):
            return [(candidate,) for candidate in self.translate(batch)]
        can = self.engine.capabilities
        answers = self.engine.alternatives(batch, count)
        return [
            tuple(dressed(answer, one, can) for answer in some)
            for some, one in zip(answers, batch, strict=True)
        ]

    def close(self) -> None:
        """Stop the engine if it was started."""
        if self._built is not None:
            self._built.close()


def models_of(name: str) -> tuple[Installed, ...]:
    """The installed models that the neural engine ``name`` can load here; none without its package."""
    if find_spec(NEURAL[name]) is None:
        return ()
    if name == "ct2":
        return tuple(model for model in installed() if model.ct2.is_dir())
    return tuple(m for m in installed() if m.card.family == "marian" and m.reference.is_dir())
