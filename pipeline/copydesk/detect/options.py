"""What may be set about detection, and the panel of detectors that the settings name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import Field

from copydesk.detect.base import Detector, Ranker
from copydesk.detect.registry import DETECTORS
from copydesk.errors import ConfigError
from copydesk.languages import KNOWN
from copydesk.stage import Options


class DetectOptions(Options):
    """How languages are told.

    ``languages`` are the BCP 47 tags an article may be in; what is written in any other is reported, never
    forced into one of them. ``source`` skips detection and takes every text with letters as that language.
    ``detectors`` vote on the article, in this order; ``ranker`` ranks segments. ``sample_chars`` is how much
    of an article is looked at, in evenly spread windows. ``margin`` is the lead in confidence by which
    one of two disagreeing detectors wins without the page's word; ``confidence`` is what a segment needs to
    leave its document's language.
    """

    languages: tuple[str, ...] = KNOWN
    source: str | None = None
    detectors: tuple[str, ...] = ("langdetect", "py3langid")
    ranker: str = "py3langid"
    sample_chars: int = Field(default=800, ge=100)
    margin: float = Field(default=0.3, ge=0.0, le=1.0)
    confidence: float = Field(default=0.9, ge=0.5, lt=1.0)


@dataclass(frozen=True, slots=True)
class Panel:
    """The detectors asked: ``voters`` about articles, ``ranker`` about segments."""

    voters: tuple[Detector, ...]
    ranker: Ranker


@cache
def panel(options: DetectOptions) -> Panel:
    """The detectors that ``options`` name, built once.

    Raises:
        PluginError: if a name is unknown or its packages are missing.
        ConfigError: if no language is configured, no detector named, or the ranker gives no distributions.
    """
    if not options.languages or not options.detectors:
        raise ConfigError(
            "detection has no languages or no detectors to choose from",
            remedy="Name at least one of each, or give the source language",
        )
    members: dict[str, Detector] = {
        name: DETECTORS.load(name)(options.languages) for name in (*options.detectors, options.ranker)
    }
    ranker = members[options.ranker]
    if not isinstance(ranker, Ranker):
        raise ConfigError(
            f"detector {options.ranker!r} gives no distributions, so it cannot rank segments",
            remedy="Set the ranker to py3langid",
        )
    return Panel(tuple(members[name] for name in options.detectors), ranker)
