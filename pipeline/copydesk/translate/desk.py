"""The engines with protection and the surface pass round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError, PairMissingError
from copydesk.languages import facts
from copydesk.stage import content_key
from copydesk.translate.base import Engine
from copydesk.translate.lexicon import entries, looked_up
from copydesk.translate.markup.dress import dressed
from copydesk.translate.markup.edges import tightened
from copydesk.translate.options import TranslateOptions
from copydesk.translate.pivot import PivotEngine
from copydesk.translate.restored import restored
from copydesk.translate.supervised.choose import build
from copydesk.translate.surface import mended, prepared

_VERSION = 3
"""Counts changes of the desk's code that change translations; its rules and lists count by content."""


class TranslationDesk:
    """What ``run`` and ``translate --lines`` talk to: one engine, dressed for print."""

    def __init__(self, engine: Engine, options: TranslateOptions) -> None:
        self._engine = engine
        self._options = options

    @property
    def engine(self) -> Engine:
        """The engine inside."""
        return self._engine

    def fingerprint(self, pair: Pair) -> str:
        """One line that changes whenever the desk's answer for ``pair`` may change.

        Raises:
            PairMissingError: naming the install command.
        """
        return f"{self._engine.fingerprint(pair)}|desk:{_rules(pair, self._options)}"

    def supports(self, pair: Pair) -> bool:
        """Whether ``pair`` can be translated now."""
        try:
            self._engine.fingerprint(pair)
        except PairMissingError:
            return False
        return True

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; the requests of a batch share one pair.

        Raises:
            ValueError: if they do not.
            PairMissingError: naming the install command.
            EngineError: if the engine broke or answered a wrong number of units.
        """
        if not batch:
            return []
        if len({request.pair for request in batch}) > 1:
            raise ValueError("a batch has one pair")
        asked = [prepared(request) for request in batch] if self._options.surface else list(batch)
        candidates = self._engine.translate(asked)
        if len(candidates) != len(batch):
            raise EngineError(f"{self._engine.name}: {len(candidates)} answers for {len(batch)} requests")
        can = self._engine.capabilities
        worn = [dressed(c, r, can) for c, r in zip(candidates, asked, strict=True)]
        return [finished(c, r, self._options) for c, r in zip(worn, batch, strict=True)]

    def close(self) -> None:
        """Stop the engine."""
        self._engine.close()

    def __enter__(self) -> TranslationDesk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@cache
def _rules(pair: Pair, options: TranslateOptions) -> str:
    """A digest of every rule, list and setting of the desk's own that shapes translations of ``pair``."""
    source, target = facts(pair.source), facts(pair.target)
    names = source.names
    return content_key(
        _VERSION,
        [asdict(rule) for rule in (*source.surface.prepare, *target.surface.mend)] if options.surface else (),
        entries(pair) if options.lexicon else (),
        [sorted(x) for x in (names.given, names.articles, names.translated, names.words)],
        sorted(names.acronyms.items()),
        options.protect_names,
    )[:12]


def finished(candidate: Candidate, request: Request, options: TranslateOptions) -> Candidate:
    """``candidate`` for ``request`` after lexicon and surface pass, as far as ``options`` want them."""
    if options.protect_names:
        candidate = restored(candidate, request.text)
    if options.lexicon:
        candidate = looked_up(candidate, request.pair)
    if options.surface:
        candidate = mended(candidate, request.text, request.pair)
    return tightened(candidate, request)


def open_desk(options: TranslateOptions) -> TranslationDesk:
    """The desk that ``options`` ask for; nothing is started before the first batch.

    Raises:
        PluginError: if no engine has that name.
    """
    if options.engine == "auto":
        return TranslationDesk(PivotEngine(options, direct=True), options)
    return TranslationDesk(build(options.engine, options), options)
