"""Settings to a checked plan: the stages with their signatures, publishers, content keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.config.settings import Settings
from copydesk.data import BlockRole, Glossary
from copydesk.ingest.base import Raw
from copydesk.publish import PUBLISHERS
from copydesk.publish.base import Publisher
from copydesk.run.code import known_code_key
from copydesk.run.pipeline import TRANSLATE, pipeline
from copydesk.stage import Stage, check_chain, content_key
from copydesk.store.outbox import sha256
from copydesk.version import __version__


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does; it can be sent to another process.

    ``key`` is the hash of everything that shapes an edition beside its input, the program's code with it;
    ``read_signature`` that of what shapes an article as it is read.
    """

    settings: Settings
    target: str
    glossary: Glossary
    stages: tuple[Stage, ...]
    publishers: tuple[Publisher, ...]
    read_signature: str
    key: str

    @property
    def prepare(self) -> tuple[Stage, ...]:
        """The stages before translation."""
        return self.stages[: self._batched]

    @property
    def translate(self) -> Stage:
        """The stage that is batched: its ``apply`` is made for each article, from the engines' answers."""
        return self.stages[self._batched]

    @property
    def finish(self) -> tuple[Stage, ...]:
        """The stages after translation."""
        return self.stages[self._batched + 1 :]

    @property
    def _batched(self) -> int:
        return next(n for n, stage in enumerate(self.stages) if stage.name == TRANSLATE)

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
    stages = tuple(step.stage() for step in pipeline(settings, glossary=glossary))
    check_chain(stages, given=frozenset({"article", "target", "blocks", "findings"}))
    shaping = settings.model_copy(update={"translate": settings.translate.without_effort()})
    return Plan(
        settings=settings,
        target=target,
        glossary=glossary,
        stages=stages,
        publishers=tuple(PUBLISHERS.load(name)() for name in settings.publish.formats),
        read_signature=content_key(
            __version__, settings.ingest.model_dump(mode="json"), known_code_key("copydesk.ingest")
        ),
        key=content_key(
            __version__,
            known_code_key("copydesk.run", "copydesk.ingest", "copydesk.publish"),
            target,
            glossary.sha256,
            shaping.model_dump(mode="json", exclude={"run", "gate"}),
        ),
    )
