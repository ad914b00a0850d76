"""What may be published."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data.draft import Draft
from copydesk.data.quality import Quality


@dataclass(frozen=True, slots=True)
class Provenance:
    """What an edition was made from and by.

    ``settings`` is the hash of every option that shaped it; ``engines`` the fingerprints of the engines
    whose output it contains, sorted. ``routes`` says in words which way each pair took and why.
    """

    source_sha256: str
    settings: str
    engines: tuple[str, ...]
    copydesk: str
    routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The site that an edition is published on.

    ``base_url`` is the address of the output folder with a slash at its end, empty if unknown. ``embeds``
    shows embedded pages (films, posts, maps) in frames rather than as links.
    """

    base_url: str = ""
    embeds: bool = False


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another language version of the article: a BCP 47 tag and a URL or relative path."""

    language: str
    href: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A finished draft: translated, verified, and each unsettled number named by a finding.

    ``version`` counts from 1 and rises when the content changes. ``slug`` is the stable file-name stem.
    ``quality`` says what a reader may expect; None where nobody asked. ``reviewed``: a person approved it,
    and what findings are left.

    Raises:
        ValueError: if a segment has no translation, or an unsettled ledger has no finding to name it.
    """

    draft: Draft
    version: int
    slug: str
    provenance: Provenance
    siblings: tuple[Sibling, ...] = ()
    quality: Quality | None = None
    site: Site = Site()
    reviewed: bool = False

    def __post_init__(self) -> None:
        draft = self.draft
        if [t.segment for t in draft.translations] != [s.id for s in draft.segments]:
            raise ValueError(f"{draft.article.id}: translations do not match the segments one to one")
        flagged = {finding.segment for finding in draft.findings}
        silent = [x.segment for x in draft.ledgers if not x.ledger.ok and x.segment not in flagged]
        if silent:
            raise ValueError(f"{draft.article.id}: unexplained numbers without a finding in {silent}")
