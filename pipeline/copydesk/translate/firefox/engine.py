"""Installed Firefox Translations models as an engine; one process's worth of it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError
from copydesk.models.home import Installed, installed
from copydesk.stage import content_key
from copydesk.translate.base import Capabilities
from copydesk.translate.firefox.marks import placed
from copydesk.translate.firefox.native import NativeModel
from copydesk.translate.firefox.parts import answered, joined
from copydesk.translate.firefox.reader import UNREADABLE
from copydesk.translate.firefox.sentences import Sentences
from copydesk.translate.neural.choice import fitting
from copydesk.translate.options import TranslateOptions
from copydesk.translate.protect import chosen

_VERSION = 4
"""Counts changes of this package that change translations."""

_KEPT = 4
"""Models held in memory at once, about 50 MiB each; the one used longest ago goes first."""


class FirefoxEngine:
    """Every installed model of family ``firefox``, one sentence a call, so that each answer is its own.

    The native code holds Python's lock and is bound to a thread: ``supervised.pool`` runs one of these in
    each of its processes.
    """

    name = "firefox"
    capabilities = Capabilities(inlines=True, protections=True)

    def __init__(self, options: TranslateOptions) -> None:
        self._options = options
        self._open: dict[str, NativeModel] = {}

    def pairs(self) -> tuple[Pair, ...]:
        """The directions of the installed models, sorted."""
        return tuple(sorted({pair for model in _models() for pair in model.card.pairs}))

    def fingerprint(self, pair: Pair) -> str:
        """Model, its files, and runtime."""
        card = self._model(pair).card
        versions = [version(package) for package in ("fxtranslate", "sentencepiece")]
        digest = content_key(_VERSION, *versions, [file.model_dump() for file in card.files])
        return f"{self.name}:{card.name}:{digest[:12]}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order.

        Raises:
            PairMissingError: naming the command that brings a model.
            EngineError: the model is not what its card says, or its code failed; it is loaded anew then.
        """
        if not batch:
            return []
        model = self._model(batch[0].pair)
        native = self._loaded(model)
        try:
            sentences = Sentences(native, batch[0].pair.source)
            answers = {request: translated(request, sentences) for request in dict.fromkeys(batch)}
        except EngineError:
            self._open.pop(model.card.name, None)
            raise
        return [answers[request] for request in batch]

    def close(self) -> None:
        """Free all models."""
        self._open = {}

    def _model(self, pair: Pair) -> Installed:
        return fitting(_models(), pair, asked=self._options.model, engine=self.name)

    def _loaded(self, model: Installed) -> NativeModel:
        native = self._open.pop(model.card.name, None) or NativeModel(model)
        self._open[model.card.name] = native
        while len(self._open) > _KEPT:
            self._open.pop(next(iter(self._open)))
        return native


def translated(request: Request, sentences: Sentences) -> Candidate:
    """The answer to ``request``: every protected span in it once, but for names that were translated."""
    text = request.text
    protections = chosen(request.protections, sentences.reader.unreadable(text))
    parts = answered(text, protections, sentences, request.pair.source)
    answer, kept = joined(text, parts)
    inlines = placed(request, answer, parts, sentences) if request.inlines else ()
    return Candidate(answer, inlines, kept=tuple(p for p in kept if p.kind != UNREADABLE))


def _models() -> list[Installed]:
    return [model for model in installed() if model.firefox.is_dir()]
