"""The way of a batch through a neural model; what is alike for every runtime."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from importlib.metadata import version

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError
from copydesk.models.hashes import differences
from copydesk.models.home import Installed, installed
from copydesk.stage import content_key
from copydesk.translate.base import Capabilities
from copydesk.translate.neural.backend import Backend, Bucket, Decoding, Hypothesis
from copydesk.translate.neural.bucketing import buckets, cap, length_class, longest
from copydesk.translate.neural.choice import fitting, served
from copydesk.translate.neural.pieces import Pieces
from copydesk.translate.neural.repetition import runs_away
from copydesk.translate.neural.units import Unit, candidate, units
from copydesk.translate.options import TranslateOptions
from copydesk.translate.verbatim import verbatim

_VERSION = 2
"""Counts changes of this package that change translations."""

_KEPT = 3
"""Models held in memory at once; the one used longest ago goes first."""


class NeuralEngine(ABC):
    """Every installed model of one runtime.

    Equal texts are translated once. Text longer than the model's positions is cut at clause boundaries,
    never truncated. Sentences are decoded in buckets of like length; the answer to each depends on itself
    alone. An output that repeats itself or does not end is decoded again without repeated n-grams; one that
    still does is an error.
    """

    capabilities = Capabilities(scores=True)
    name: str
    package: str

    def __init__(self, options: TranslateOptions) -> None:
        self._options = options
        self._open: dict[str, Backend] = {}
        self._pieces: dict[tuple[str, Pair], Pieces] = {}

    @abstractmethod
    def usable(self, model: Installed) -> bool:
        """Whether ``model`` is installed in this runtime's form."""

    @abstractmethod
    def load(self, model: Installed) -> Backend:
        """``model`` in memory.

        Raises:
            EngineError: it cannot be loaded.
        """

    @abstractmethod
    def budget(self, model: Installed) -> int:
        """The padded tokens of a bucket that keep every sentence's answer its own; 1 for one at a time."""

    def pairs(self) -> tuple[Pair, ...]:
        """The directions of the installed models, sorted."""
        return tuple(sorted({pair for model in self._models() for pair in model.card.pairs}))

    def fingerprint(self, pair: Pair) -> str:
        """Model, its files, runtime and decoding."""
        model = self.model(pair)
        digest = content_key(_VERSION, version(self.package), [f.model_dump() for f in model.card.files])
        return f"{self.name}:{model.card.name}:{digest[:12]}:beam{self._options.beam}"

    def model(self, pair: Pair) -> Installed:
        """The model for ``pair``: ``options.model`` if set, else the best measured, else the most special.

        Raises:
            PairMissingError: naming the command that brings one.
        """
        return fitting(self._models(), pair, asked=self._options.model, engine=self.name)

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; its score is the geometric mean of token probabilities."""
        return [best for best, *_ in self.answers(batch, Decoding(beam=self._options.beam))]

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` different candidates per request, best first, decoded with a wider beam."""
        return self.answers(batch, Decoding(beam=max(self._options.beam, 2 * count), count=count))

    def answers(self, batch: Sequence[Request], decoding: Decoding) -> list[tuple[Candidate, ...]]:
        """What ``decoding`` gives for each request, best first; at least one candidate each."""
        if not batch:
            return []
        model = self.model(batch[0].pair)
        backend = self._backend(model)
        pieces = self._pieces_of(model, batch[0].pair)
        limit = longest(model.card.positions)
        distinct = list(dict.fromkeys(batch))
        made = [units(request, pieces, limit) for request in distinct]
        flat = _distinct([unit for group in made for unit in group])
        found = self._decode(model, backend, pieces, list(flat.values()), decoding)
        decoded = dict(zip(flat, found, strict=True))
        answers = {
            request: candidates(request, [(unit, decoded[unit.tokens]) for unit in group], pieces)
            for request, group in zip(distinct, made, strict=True)
        }
        return [answers[request] for request in batch]

    def close(self) -> None:
        """Free all models."""
        for backend in self._open.values():
            backend.close()
        self._open = {}

    def _models(self) -> list[Installed]:
        return [model for model in installed() if self.usable(model)]

    def _decode(
        self,
        model: Installed,
        backend: Backend,
        pieces: Pieces,
        flat: Sequence[Unit],
        decoding: Decoding,
    ) -> list[tuple[Hypothesis, ...]]:
        """The hypotheses for each unit; those that run away are decoded again, each by itself."""
        positions = model.card.positions
        answers = run(backend, pieces, flat, decoding, budget=self.budget(model), positions=positions)
        if decoding.exact:
            return answers
        careful = Decoding(decoding.beam, decoding.count, no_repeat=3)
        for n, unit in enumerate(flat):
            good = _sound(answers[n], unit)
            if not good:
                good = _sound(run(backend, pieces, [unit], careful, budget=1, positions=positions)[0], unit)
            if not good:
                raise EngineError(
                    f"{self.name}: {model.card.name} repeats itself without end on {unit.text[:60]!r}"
                )
            answers[n] = good
        return answers

    def _backend(self, model: Installed) -> Backend:
        name = model.card.name
        backend = self._open.pop(name, None)
        if backend is None:
            wrong = differences(model.folder, model.card.files)
            if wrong:
                raise EngineError(
                    f"{name} is not what its card says: {'; '.join(wrong)}",
                    remedy=f"Run: copydesk models remove {name}, then add it again",
                )
            backend = self.load(model)
        self._open[name] = backend
        while len(self._open) > _KEPT:
            self._open.pop(next(iter(self._open))).close()
        return backend

    def _pieces_of(self, model: Installed, pair: Pair) -> Pieces:
        real = served(model, pair)
        assert real is not None
        key = (model.card.name, real)
        if key not in self._pieces:
            folder = model.ct2 if model.ct2.is_dir() else model.reference
            self._pieces[key] = Pieces(model.card, folder, real)
        return self._pieces[key]


def run(
    backend: Backend,
    pieces: Pieces,
    flat: Sequence[Unit],
    decoding: Decoding,
    *,
    budget: int,
    positions: int,
) -> list[tuple[Hypothesis, ...]]:
    """The hypotheses for each unit, in order, decoded in buckets."""
    lengths = [len(unit.tokens) for unit in flat]
    groups = buckets(lengths, budget)
    asked = [
        Bucket(
            tuple(flat[n].tokens for n in group),
            pieces.prefix,
            length_class(lengths[group[0]]) if decoding.exact else cap(lengths[group[0]], positions),
            any(flat[n].aligned for n in group),
        )
        for group in groups
    ]
    answers: list[tuple[Hypothesis, ...]] = [()] * len(flat)
    for group, found in zip(groups, backend.decode(asked, decoding), strict=True):
        for n, hypotheses in zip(group, found, strict=True):
            answers[n] = hypotheses
    return answers


def candidates(
    request: Request, parts: Sequence[tuple[Unit, tuple[Hypothesis, ...]]], pieces: Pieces
) -> tuple[Candidate, ...]:
    """The candidates for ``request``: hypothesis k of all its parts is candidate k; equal texts once."""
    if not parts:
        return (verbatim(request),)
    found: dict[str, Candidate] = {}
    for k in range(max(len(hypotheses) for _, hypotheses in parts)):
        chosen = [(unit, hypotheses[min(k, len(hypotheses) - 1)]) for unit, hypotheses in parts]
        one = candidate(request, chosen, pieces)
        found.setdefault(one.text, one)
    return tuple(found.values())


def _distinct(units_: Sequence[Unit]) -> dict[tuple[str, ...], Unit]:
    """One unit for each sequence of tokens; with attention if any of them wants it."""
    found: dict[tuple[str, ...], Unit] = {}
    for unit in units_:
        known = found.get(unit.tokens)
        if known is None or (unit.aligned and not known.aligned):
            found[unit.tokens] = unit
    return found


def _sound(hypotheses: Sequence[Hypothesis], unit: Unit) -> tuple[Hypothesis, ...]:
    """The hypotheses that came to an end and do not go round in circles."""
    return tuple(h for h in hypotheses if h.ended and not runs_away(h.tokens, unit.tokens))
