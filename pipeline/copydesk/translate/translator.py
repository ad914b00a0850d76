"""The engines with protection and post-editing round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

from copydesk.data import Candidate, Pair, Request, engine_names
from copydesk.errors import EngineError, PairMissingError
from copydesk.languages import facts
from copydesk.stage import content_key
from copydesk.translate.auto import RoutedEngine, routed
from copydesk.translate.base import Alternatives, Engine, Metered, Usage
from copydesk.translate.degenerate_output import misplaced
from copydesk.translate.lexicon import entries, looked_up
from copydesk.translate.markup.edges import tightened
from copydesk.translate.markup.keep import masked
from copydesk.translate.markup.keep import restored as restored_from
from copydesk.translate.markup.restore import restore_markup
from copydesk.translate.options import TranslateOptions
from copydesk.translate.post_edit import post_edited, prepared, with_house_numbers, with_local_numerals
from copydesk.translate.ranking import Ranked
from copydesk.translate.restored import restored
from copydesk.translate.supervised.choose import build, supports_nbest

_PLACES = 3
"""How many of its best routes "auto" may ask for a segment, the first included."""

_VERSION = 7
"""Counts changes of the desk's code that change translations; its rules and lists count by content."""


class Translator:
    """What ``run`` and ``translate --lines`` talk to: one engine, its answers made ready for print."""

    def __init__(
        self, engine: Engine, options: TranslateOptions, others: tuple[Translator, ...] = ()
    ) -> None:
        self._engine = engine
        self._options = options
        self._others = others

    @property
    def options(self) -> TranslateOptions:
        """What the desk was opened with."""
        return self._options

    @property
    def others(self) -> tuple[Translator, ...]:
        """Desks of other engines, to be asked where this one fails; closed with it."""
        return self._others

    @property
    def deterministic(self) -> bool:
        """Whether asking the engine another way is no use."""
        return self._engine.capabilities.deterministic

    @property
    def reads_context(self) -> bool:
        """Whether the engine reads ``Request.context``."""
        return self._engine.capabilities.context

    @property
    def usage(self) -> Usage:
        """What this desk's engine and those of the other desks have used up."""
        own = self._engine.usage if isinstance(self._engine, Metered) else Usage()
        return sum((other.usage for other in self._others), own)

    def supports_nbest(self, pair: Pair) -> bool:
        """Whether the engine can give several answers."""
        engine = self._engine
        return engine.supports_nbest(pair) if isinstance(engine, RoutedEngine) else supports_nbest(engine)

    def keeps_protections(self, pair: Pair) -> bool:
        """Whether the engine keeps protected spans by itself."""
        engine = self._engine
        if isinstance(engine, RoutedEngine):
            return engine.keeps_protections(pair)
        return engine.capabilities.protections

    @property
    def engine(self) -> Engine:
        """The engine inside."""
        return self._engine

    def route(self, pair: Pair) -> Ranked | None:
        """The route that ``pair`` takes, and why; None where one engine was named and there is no choice.

        Raises:
            PairMissingError: naming the install command.
        """
        return self._engine.choice(pair) if isinstance(self._engine, RoutedEngine) else None

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
            EngineError: if the engine broke, or its answers are not as many as asked or not well-formed.
        """
        if not batch:
            return []
        if len({request.pair for request in batch}) > 1:
            raise ValueError("a batch has one pair")
        asked = self._prepared(batch)
        return self._finished(self._engine.translate(asked), asked, batch)

    def alternatives(self, batch: Sequence[Request]) -> list[tuple[Candidate, ...]]:
        """Several candidates per request, best first, as many as the options say; else as ``translate``."""
        if not batch or not isinstance(self._engine, Alternatives) or not self.supports_nbest(batch[0].pair):
            return [(candidate,) for candidate in self.translate(batch)]
        asked = self._prepared(batch)
        found = self._engine.alternatives(asked, self._options.alternatives)
        return [
            tuple(self._finished(answers, [one] * len(answers), [own] * len(answers)))
            for answers, one, own in zip(found, asked, batch, strict=True)
        ]

    def masked(self, batch: Sequence[Request]) -> list[Candidate]:
        """As ``translate``, with placeholders for protected spans where the engine keeps none by itself."""
        if not batch or self.keeps_protections(batch[0].pair):
            return self.translate(batch)
        asked = self._prepared(batch)
        hidden = [masked(request) for request in asked]
        answers = self._engine.translate([request for request, _ in hidden])
        back = [
            restored_from(answer, one, words)
            for answer, one, (_, words) in zip(answers, asked, hidden, strict=True)
        ]
        return self._finished(back, asked, batch)

    def _finished(
        self, candidates: Sequence[Candidate], asked: Sequence[Request], batch: Sequence[Request]
    ) -> list[Candidate]:
        """Answers of the engine as the desk gives them; ``asked`` is what ``batch`` became for the engine."""
        if len(candidates) != len(batch):
            raise EngineError(f"{self._engine.name}: {len(candidates)} answers for {len(batch)} requests")
        if wrong := next(filter(None, map(misplaced, candidates)), ""):
            raise EngineError(f"{self._engine.name}: {wrong}")
        can = self._engine.capabilities
        marked = [restore_markup(c, r, can) for c, r in zip(candidates, asked, strict=True)]
        last = engine_names(self._engine.fingerprint(batch[0].pair))[-1] if batch else ""
        return [finished(c, r, self._options, engine=last) for c, r in zip(marked, batch, strict=True)]

    def _prepared(self, batch: Sequence[Request]) -> list[Request]:
        if not self._options.post_edit:
            return list(batch)
        first = engine_names(self._engine.fingerprint(batch[0].pair))[0]
        return [prepared(request, first) for request in batch]

    def close(self) -> None:
        """Stop the engine, and those of the other desks."""
        self._engine.close()
        for other in self._others:
            other.close()

    def __enter__(self) -> Translator:
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
        [asdict(rule) for rule in (*source.post_edit.prepare, *target.post_edit.rules)]
        if options.post_edit
        else (),
        entries(pair) if options.lexicon else (),
        asdict(target.numerals.style) if options.house_numbers else (),
        [sorted(x) for x in (names.given, names.articles, names.translated, names.words, names.endings)],
        [sorted(x) for x in (names.common, names.ordinary, names.titles, names.exonyms)],
        sorted(names.acronyms.items()),
        names.foreign,
        options.protect_names,
    )[:12]


def finished(candidate: Candidate, request: Request, options: TranslateOptions, *, engine: str) -> Candidate:
    """``candidate`` of ``engine`` for ``request`` post-edited and set as in print, if ``options`` want it."""
    if options.protect_names:
        candidate = restored(candidate, request.text)
    if options.lexicon:
        candidate = looked_up(candidate, request.pair, engine)
    if options.post_edit:
        candidate = post_edited(candidate, request.text, request.pair, engine)
        candidate = with_local_numerals(candidate, request)
    if options.house_numbers:
        candidate = with_house_numbers(candidate, request)
    return tightened(candidate, request)


def open_translator(options: TranslateOptions) -> Translator:
    """The desk that ``options`` ask for; nothing is started before the first batch.

    Raises:
        PluginError: if no engine has that name.
    """
    named = [name for name in options.others or () if name != options.engine] if options.retry else []
    others = tuple(Translator(build(name, options), options) for name in named)
    if options.engine != "auto":
        return Translator(build(options.engine, options), options, others)
    places = _PLACES if options.retry and options.others is None else 1
    best, *next_best = routed(options, places=places)
    return Translator(best, options, (*(Translator(e, options) for e in next_best), *others))
