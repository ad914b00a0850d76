"""All settings: one section per room, each the room's own options, plus those of the run itself."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from pydantic import Field, field_validator

from copydesk.config.gate import GateOptions
from copydesk.data import Site
from copydesk.detect.options import DetectOptions
from copydesk.ingest.options import IngestOptions
from copydesk.repair.options import RepairOptions
from copydesk.segment.options import SegmentOptions
from copydesk.stage import Options
from copydesk.translate.options import TranslateOptions
from copydesk.verify.options import VerifyOptions


class RunOptions(Options):
    """How a run goes about its work; none of these changes a translation."""

    batch: int = Field(64, ge=1, description="Segments per engine call and commit.")
    window_articles: int = Field(32, ge=1, description="Articles held in memory at once.")
    window_segments: int = Field(1024, ge=1, description="Segments to translate held in memory at once.")
    jobs: int = Field(0, ge=0, description="Processes that read and finish articles; 0: one a core.")
    glossary: Path | None = Field(None, description="Terms, TSV or TBX.")
    web_pause: float = Field(60.0, gt=0, description="Seconds between two looks at a watched address.")


class SlugLanguage(StrEnum):
    """Whose title names an edition's folder."""

    SOURCE = "source"
    TARGET = "target"


class Embeds(StrEnum):
    """How pages shown inside an article are published."""

    LINK = "link"
    KEEP = "keep"


class PublishOptions(Options):
    """What is published, and for which site."""

    formats: tuple[str, ...] = Field(
        ("html", "bilingual", "markdown", "ninjs", "same-format", "xliff2", "xliff12"),
        description="Publishers to use.",
    )
    tmx: bool = Field(True, description="One TMX file per language pair, over the whole output folder.")
    base_url: str = Field("", description="Address of the output folder on the web, for canonical links.")
    slug: SlugLanguage = Field(SlugLanguage.SOURCE, description="Whose title names an edition's folder.")
    embeds: Embeds = Field(Embeds.LINK, description="Films, posts and maps: as links, or kept in frames.")

    @field_validator("base_url")
    @classmethod
    def _absolute(cls, value: str) -> str:
        if value and not re.match(r"https?://[^/\s]", value):
            raise ValueError(f"{value!r} is no address: write it like https://news.example/fr/")
        return value if not value or value.endswith("/") else f"{value}/"

    @property
    def site(self) -> Site:
        """What publishers are told of the site."""
        return Site(self.base_url, self.embeds is Embeds.KEEP)


class Settings(Options):
    """The settings of a run, by section."""

    run: RunOptions = RunOptions()
    ingest: IngestOptions = IngestOptions()
    detect: DetectOptions = DetectOptions()
    repair: RepairOptions = RepairOptions()
    segment: SegmentOptions = SegmentOptions()
    translate: TranslateOptions = TranslateOptions()
    verify: VerifyOptions = VerifyOptions()
    publish: PublishOptions = PublishOptions()
    gate: GateOptions = GateOptions()
