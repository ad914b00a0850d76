"""Settings to a checked plan: stages with their signatures, publishers, content keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.align import link
from copydesk.config.settings import Settings
from copydesk.data import BlockRole, Draft, Glossary
from copydesk.detect import identify, identify_segments
from copydesk.ingest.base import Raw
from copydesk.publish import PUBLISHERS
from copydesk.publish.base import Publisher
from copydesk.repair import repair
from copydesk.run.code import known_code_key
from copydesk.segment import segment
from copydesk.stage import Options, Stage, check_chain, content_key
from copydesk.store.outbox import sha256
from copydesk.translate.http.options import EFFORT, SPENDING
from copydesk.verify import verify
from copydesk.version import __version__

_EFFORT: dict[str, Any] = {
    "processes": True,
    "deadline": True,
    "memory": True,
    "http": set(EFFORT),
    "chat": set(SPENDING),
}
"""How hard an engine works, not what it says."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does.

    ``key`` is the hash of everything that shapes an edition beside its input, the program's code with it;
    ``read_signature`` that of what shapes an article as it is read.
    """

    settings: Settings
    target: str
    glossary: Glossary
    prepare: tuple[Stage, ...]
    finish: tuple[Stage, ...]
    publishers: tuple[Publisher, ...]
    read_signature: str
    translate_signature: str
    key: str

    @property
    def kept_roles(self) -> frozenset[BlockRole]:
        """The roles whose text is published untranslated."""
        keep = self.settings.segment.furniture == "keep"
        return frozenset({BlockRole.FURNITURE}) if keep else frozenset()

    def input_key(self, raw: Raw) -> str:
        """The key of what is known before an article is read."""
        return content_key("input", raw.uri, raw.format, sha256(raw.data), self.key)

    def read_key(self, raw: Raw) -> str:
        """The key of the article as it is read, which every chain of stages begins with."""
        return content_key("read", raw.uri, raw.format, sha256(raw.data), self.read_signature, self.target)

    def context_key(self, human: str, names: Mapping[str, str]) -> str:
        """The key of what the store adds to an article: human texts, other published versions."""
        return context_key(human, names, self.target)


def context_key(human: str, names: Mapping[str, str], target: str) -> str:
    """The key of the digest of human texts, and of the names of versions in languages but ``target``."""
    return content_key("context", human, [item for item in sorted(names.items()) if item[0] != target])


def make_plan(settings: Settings, *, target: str, glossary: Glossary) -> Plan:
    """Build and check the plan for translating into ``target`` (BCP 47).

    Raises:
        ConfigError: the stages do not fit together.
        PluginError: a publisher is unknown.
    """
    prepare = (
        _stage(
            "detect",
            "article blocks",
            "document findings",
            settings.detect,
            _with(identify, settings.detect),
            known_code_key("copydesk.detect"),
        ),
        _stage(
            "repair",
            "document blocks",
            "blocks repairs findings",
            settings.repair,
            _with(repair, settings.repair),
            known_code_key("copydesk.repair"),
        ),
        _stage(
            "segment",
            "blocks document",
            "segments",
            settings.segment,
            _with(segment, settings.segment),
            known_code_key("copydesk.segment"),
        ),
        _stage(
            "detect-segments",
            "segments document",
            "languages findings",
            settings.detect,
            _with(identify_segments, settings.detect),
            known_code_key("copydesk.detect"),
        ),
    )
    finish = (
        _stage(
            "verify",
            "translations segments",
            "translations ledgers findings",
            settings.verify,
            lambda draft: verify(draft, settings.verify, glossary=glossary),
            glossary.sha256,
            known_code_key("copydesk.verify"),
        ),
        _stage("align", "segments", "links", Options(), link, known_code_key("copydesk.align")),
    )
    translating = _stage("translate", "segments languages", "translations findings", Options(), link)
    check_chain(
        (*prepare, translating, *finish), given=frozenset({"article", "target", "blocks", "findings"})
    )
    shaping = settings.model_dump(mode="json", exclude={"run": True, "gate": True, "translate": _EFFORT})
    return Plan(
        settings=settings,
        target=target,
        glossary=glossary,
        prepare=prepare,
        finish=finish,
        publishers=tuple(PUBLISHERS.load(name)() for name in settings.publish.formats),
        read_signature=content_key(
            __version__, settings.ingest.model_dump(mode="json"), known_code_key("copydesk.ingest")
        ),
        translate_signature=content_key(
            __version__,
            known_code_key("copydesk.translate.fold", "copydesk.run.settle"),
            settings.translate.model_dump(exclude=_EFFORT),
            glossary.sha256,
        ),
        key=content_key(
            __version__,
            known_code_key("copydesk.run", "copydesk.ingest", "copydesk.publish"),
            target,
            glossary.sha256,
            shaping,
        ),
    )


def _stage(
    name: str, needs: str, gives: str, options: Options, apply: Callable[[Draft], Draft], *more: str
) -> Stage:
    return Stage(name, frozenset(needs.split()), frozenset(gives.split()), _signature(options, *more), apply)


def _with(function: Callable[..., Draft], options: Options) -> Callable[[Draft], Draft]:
    return lambda draft: function(draft, options)


def _signature(options: Options, *more: str) -> str:
    return content_key(__version__, options.model_dump(mode="json"), more)
