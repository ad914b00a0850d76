"""What is done with an article, in order: the one list that runs, commands and the site's figure use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from copydesk.align import link
from copydesk.config.settings import Settings
from copydesk.data import Article, Draft, Glossary
from copydesk.detect import identify, identify_segments
from copydesk.repair import repair
from copydesk.run.code import known_code_key
from copydesk.segment import segment
from copydesk.stage import Options, Stage, content_key
from copydesk.verify import verify
from copydesk.version import __version__

TRANSLATE = "translate"
"""The step that is batched: it asks engines for the segments of many articles at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: which Draft fields it needs and gives, what shapes its result, and what it does.

    Beside ``options`` the sources of the packages in ``code``, with all that they import, and ``more`` shape
    it. ``apply`` is None for the step that is batched.
    """

    name: str
    needs: str
    gives: str
    code: tuple[str, ...]
    apply: Callable[[Draft], Draft] | None
    options: Options | None = None
    more: tuple[str, ...] = ()

    def stage(self) -> Stage:
        """The step with its signature; a batched one does nothing until it is told what."""
        options = self.options.model_dump(mode="json") if self.options else {}
        return Stage(
            self.name,
            needs=frozenset(self.needs.split()),
            gives=frozenset(self.gives.split()),
            signature=content_key(__version__, options, self.more, known_code_key(*self.code)),
            apply=self.apply or _unchanged,
        )


def pipeline(
    settings: Settings, *, glossary: Glossary | None = None, original: Article | None = None
) -> tuple[Step, ...]:
    """The steps between reading an article and publishing it.

    ``original`` is the article that it was translated from, as proof for repairs.
    """
    terms = glossary or Glossary()
    return (
        Step(
            "detect",
            needs="article blocks",
            gives="document findings",
            code=("copydesk.detect",),
            apply=partial(identify, options=settings.detect),
            options=settings.detect,
        ),
        Step(
            "repair",
            needs="document blocks",
            gives="blocks repairs findings",
            code=("copydesk.repair",),
            apply=partial(repair, options=settings.repair, original=original),
            options=settings.repair,
        ),
        Step(
            "segment",
            needs="blocks document",
            gives="segments",
            code=("copydesk.segment",),
            apply=partial(segment, options=settings.segment),
            options=settings.segment,
        ),
        Step(
            "detect-segments",
            needs="segments document",
            gives="languages findings",
            code=("copydesk.detect",),
            apply=partial(identify_segments, options=settings.detect),
            options=settings.detect,
        ),
        Step(
            TRANSLATE,
            needs="segments languages",
            gives="translations findings",
            code=("copydesk.translate.fold", "copydesk.run.finish"),
            apply=None,
            options=settings.translate.without_effort(),
            more=(terms.sha256,),
        ),
        Step(
            "verify",
            needs="translations segments",
            gives="translations ledgers findings",
            code=("copydesk.verify",),
            apply=partial(verify, options=settings.verify, glossary=terms),
            options=settings.verify,
            more=(terms.sha256,),
        ),
        Step("align", needs="segments", gives="links", code=("copydesk.align",), apply=link),
    )


def _unchanged(draft: Draft) -> Draft:
    return draft
