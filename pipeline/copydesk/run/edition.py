"""A finished article to files: intent, files, done mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.config.settings import SlugLanguage
from copydesk.data import Draft, Edition, Pair, Provenance, Quality, Request, Sibling, Site
from copydesk.publish.base import Publisher
from copydesk.publish.manifest import manifest
from copydesk.publish.open_errors import open_errors
from copydesk.publish.reader_facts import description
from copydesk.publish.slug import edition_name
from copydesk.publish.story import stories, title
from copydesk.publish.wxr import export_item
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.job import ArticleJob
from copydesk.run.plan import Plan
from copydesk.run.quality import quality
from copydesk.store import editions, outbox
from copydesk.store.database import Connection
from copydesk.store.editions import EditionRow
from copydesk.text.apply import applied
from copydesk.version import __version__


@dataclass(frozen=True, slots=True)
class Rendered:
    """An edition's row, still to be written, and its files: path relative to the output folder to bytes."""

    row: EditionRow
    files: Mapping[str, bytes]
    before: EditionRow | None


def render(
    job: ArticleJob,
    plan: Plan,
    *,
    fingerprints: Mapping[Pair, str],
    routes: Mapping[Pair, str],
    names: Mapping[str, str],
    connection: Connection,
) -> Rendered:
    """Build the edition of a finished draft and render all its files.

    ``routes`` says in words which way a pair takes and why. ``names`` are those of the folders of its
    versions, this one included, by language. The version number rises when the final key differs from that
    of the edition before.

    Raises:
        ValueError: if the draft is not finished (a bug).
    """
    draft, article = job.draft, job.draft.article
    before = editions.find(connection, article=article.id, target=plan.target)
    version = 1
    if before:
        version = before.version if before.final_key == job.keys[-1] else before.version + 1
    name = names[plan.target]
    provenance = provenance_of(draft, plan.key, tuple(routes[pair] for pair in _pairs(job) if pair in routes))
    said = quality(draft)
    files = build_edition(
        draft,
        provenance,
        version=version,
        names=names,
        said=said,
        publishers=plan.publishers,
        site=plan.settings.publish.site,
    )
    row = EditionRow(
        article=article.id,
        target=plan.target,
        source_language=draft.document.language or "und" if draft.document else "und",
        version=version,
        name=name,
        input_key=job.input_key,
        context_key=plan.context_key(job.human_digest, names),
        final_key=job.keys[-1],
        stage_keys=job.keys,
        engines={str(pair): fingerprints.get(pair, "") for pair in _pairs(job)},
        files={path: outbox.sha256(data) for path, data in files.items()},
        summary=summary(draft, said) | {"routes": "\n".join(provenance.routes)} | moved(before, name),
        published=False,
    )
    return Rendered(row, files, before)


def build_edition(
    draft: Draft,
    provenance: Provenance,
    *,
    version: int,
    names: Mapping[str, str],
    said: Quality,
    publishers: Iterable[Publisher],
    site: Site,
    reviewed: bool = False,
) -> dict[str, bytes]:
    """The files of an edition, path below the output folder to bytes, the manifest last.

    A run and the desk publish by this alone. ``names`` are the folders of all versions of the article by
    language, ``said`` what a reader may expect of this one; ``reviewed``: a person approved it.

    Raises:
        ValueError: if the draft is not finished (a bug).
    """
    name = names[draft.target]
    edition = Edition(
        draft,
        version=version,
        slug=name,
        provenance=provenance,
        siblings=_siblings(draft, names),
        quality=said,
        site=site,
        reviewed=reviewed,
    )
    files = {path: data for publisher in publishers for path, data in publisher.render(edition)}
    files["manifest.json"] = manifest(edition, {path: outbox.sha256(data) for path, data in files.items()})
    return {f"{name}/{draft.target}/{path}": data for path, data in files.items()}


def provenance_of(draft: Draft, settings: str, routes: tuple[str, ...]) -> Provenance:
    """What an edition says of its making; ``settings`` is the key of all that shaped it."""
    return Provenance(
        source_sha256=draft.article.origin.sha256,
        settings=settings,
        engines=tuple(sorted({t.engine for t in draft.translations if t.engine})),
        copydesk=__version__,
        routes=routes,
    )


def write(rendered: Sequence[Rendered], root: Path) -> list[int]:
    """Write the files of editions, each manifest last, and remove those that the editions before had alone.

    Returns:
        How many files changed on disk, for each edition.
    """
    files = ((root / path, [data]) for item in rendered for path, data in item.files.items())
    changed = Counter(path.parent for path in outbox.write_all(files))
    for item in rendered:
        if item.before:
            old = {path: digest for path, digest in item.before.files.items() if path not in item.files}
            outbox.remove_own(root, old)
    return [changed[root / item.row.name / item.row.target] for item in rendered]


def done(row: EditionRow, *, uri: str, outcome: Outcome, files_written: int = 0) -> ArticleDone:
    """What to tell about an edition."""
    counts = {name: int(row.summary[name]) for name in ("error", "warning", "note")}
    return ArticleDone(
        uri,
        outcome,
        title=str(row.summary["title"]),
        target=row.target,
        folder=f"{row.name}/{row.target}",
        version=row.version,
        segments=int(row.summary["segments"]),
        repairs=int(row.summary["repairs"]),
        held=int(row.summary["held"]),
        why_held=str(row.summary.get("why_held", "")),
        files_written=files_written,
        findings=counts,
        quality=str(row.summary.get("quality", "")),
    )


def as_published(row: EditionRow) -> EditionRow:
    """The row with its done mark."""
    return replace(row, published=True)


def name_of(draft: Draft, before: EditionRow | None, slug: SlugLanguage) -> str:
    """The name of an edition's folder: that of its first version, or by its title in the target language."""
    article = draft.article
    if slug is SlugLanguage.TARGET:
        return edition_name(article.id, stories(draft)[1].headline or article.title)
    return before.name if before else edition_name(article.id, article.title)


def moved(before: EditionRow | None, name: str) -> dict[str, str]:
    """The names that an edition had before ``name``, newest last: a site redirects them."""
    if before is None:
        return {}
    names = [*str(before.summary.get("former", "")).split(), before.name]
    return {"former": " ".join(dict.fromkeys(old for old in names if old != name))}


def _siblings(draft: Draft, names: Mapping[str, str]) -> tuple[Sibling, ...]:
    own_name = names[draft.target]
    others = [
        Sibling(code, f"../{code}/article.html" if name == own_name else f"../../{name}/{code}/article.html")
        for code, name in sorted(names.items())
        if code != draft.target
    ]
    source = draft.document.language if draft.document else None
    own = [Sibling(source, "source.html")] if source and source != draft.target else []
    return tuple(own + [other for other in others if other.language != source])


def _pairs(job: ArticleJob) -> tuple[Pair, ...]:
    return tuple(sorted({asked.pair for asked in job.asked if isinstance(asked, Request)}))


def summary(draft: Draft, said: Quality, *, reviewed: bool = False) -> dict[str, str | int]:
    """The counts of an edition, which the index page shows."""
    severities = Counter(finding.severity.value for finding in draft.findings)
    return {
        "title": draft.article.title,
        **_told(draft),
        "segments": len(draft.segments),
        "words": sum(len(block.text.split()) for block in draft.blocks),
        "repairs": sum(len(applied(repair.edits)) for repair in draft.repairs),
        "held": sum(translation.means == "held" for translation in draft.translations),
        "why_held": " ".join(dict.fromkeys(f.message for f in draft.findings if f.rule == "held")),
        "error": severities["error"],
        "warning": severities["warning"],
        "note": severities["note"],
        "open_errors": open_errors(draft, reviewed=reviewed),
        "quality": said.shown,
        **_repairs(draft),
        **_post(draft),
    }


def _post(draft: Draft) -> dict[str, int]:
    """The number of the post that the article is in a WordPress export, and of its parent."""
    item = export_item(draft.article)
    return {} if item is None else {"post": item.number, "post_parent": item.parent}


def _told(draft: Draft) -> dict[str, str]:
    """What feeds and the index tell of a version."""
    _, story = stories(draft)
    return {
        "title_target": title(draft, story.blocks),
        "description": description(story),
        "author": draft.article.author,
        "date": draft.article.date,
    }


def _repairs(draft: Draft) -> dict[str, int]:
    """Repairs by rule and certainty, those that were left open too."""
    return Counter(f"repair:{e.rule}:{e.certainty}" for repair in draft.repairs for e in repair.edits)
