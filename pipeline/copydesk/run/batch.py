"""What stands at the top of the output folder: index page, feeds, sitemap, TMX, drafts for WordPress."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.data import primary
from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.publish.feeds import Published, feed, redirects, sitemap
from copydesk.publish.index import IndexRow, render_index
from copydesk.publish.wxr import WORDPRESS_FILE, WordPressPost, wordpress_export
from copydesk.store import drafts, editions, outbox, reviews
from copydesk.store.database import Connection
from copydesk.store.editions import EditionRow
from copydesk.store.find import OUTPUT_MARK

_REVIEWED = {
    "edited": "being edited",
    "rejected": "sent back",
    "approved": "approved",
    "published": "reviewed and published",
}
_IN_MEMORIES = frozenset({"document", "blocks", "segments", "languages", "translations"})


@dataclass(frozen=True, slots=True)
class _Post:
    """A post of a WordPress export: its number, its parent's (0: none) and the language it is written in."""

    number: int
    parent: int
    source: str


def claim(root: Path) -> None:
    """Make ``root`` an output folder: mark it as not to be read, sweep what a killed run left in it.

    In a folder that is not marked yet nothing is ours to sweep but half a mark.

    Raises:
        PublishError: it cannot be written; better now than after the work.
    """
    marked = (root / OUTPUT_MARK).is_file()
    outbox.sweep(root, (".*.tmp", "*/*/.*.tmp") if marked else (f".{OUTPUT_MARK}.*.tmp",))
    outbox.write(root / OUTPUT_MARK, [b"Published by copydesk; not read as input.\n"])


def write_batch(connection: Connection, root: Path, *, tmx: bool, changed: bool, base_url: str = "") -> None:
    """Write ``index.html``, a feed for each language and, if ``tmx``, a ``<source>-<target>.tmx`` a pair.

    ``base_url`` is the address of the output folder, for the feeds; where it is known there is a sitemap too.
    Posts of a WordPress export come as one, ``wordpress.xml``, too.

    The memories are written anew only if an edition ``changed`` or one is missing. They are streamed: memory
    does not depend on the number of articles.
    """
    rows: list[IndexRow] = []
    versions: list[Published] = []
    posts: dict[tuple[str, str], _Post] = {}
    for row in _standing(connection, root):
        rows.append(_index_row(row, connection))
        versions.append(_version(row))
        if number := int(row.summary.get("post", 0)):
            source = primary(row.source_language)
            posts[row.article, row.target] = _Post(number, int(row.summary["post_parent"]), source)
    pairs = sorted({(v.source_language, v.language) for v in versions}) if tmx else []
    memories = {f"{a}-{b}.tmx": (a, b) for a, b in pairs if a != b}
    for name, (source, target) in memories.items():
        if changed or not (root / name).exists():
            units = _units(connection, root, source, target)
            outbox.write(root / name, write_tmx(units, source_language=source))
    if posts and (changed or not (root / WORDPRESS_FILE).exists()):
        outbox.write(root / WORDPRESS_FILE, _wordpress(connection, root, posts))
    feeds = {version.language: f"feed.{version.language}.xml" for version in versions}
    for language, name in sorted(feeds.items()):
        outbox.write(root / name, [feed(versions, language, base_url)])
    if base_url:
        outbox.write(root / "sitemap.xml", [sitemap(versions, base_url)])
    if moved := redirects(versions, base_url):
        outbox.write(root / "_redirects", [moved])
    downloads = [(name, f"Translation memory, {a} to {b} (TMX)") for name, (a, b) in memories.items()]
    downloads += [(name, f"Feed, {language} (Atom)") for language, name in sorted(feeds.items())]
    downloads += [(WORDPRESS_FILE, "Drafts for WordPress (Tools, Import)")] if posts else []
    outbox.write(root / "index.html", [render_index(rows, downloads=downloads)])


def _standing(connection: Connection, root: Path) -> Iterator[EditionRow]:
    for row in editions.published(connection):
        if (root / row.name / row.target / "manifest.json").is_file():
            yield row


def _units(connection: Connection, root: Path, source: str, target: str) -> Iterator[TmxUnit]:
    for row in _standing(connection, root):
        if (row.source_language, row.target) == (source, target):
            draft = drafts.rebuild(connection, row.stage_keys, row.target, only=_IN_MEMORIES)
            if draft is not None:
                yield from TmxUnit.of(draft)


def _wordpress(connection: Connection, root: Path, posts: Mapping[tuple[str, str], _Post]) -> Iterator[bytes]:
    """The translations of posts as an export; they are numbered on from the originals."""
    highest = max(post.number for post in posts.values())
    numbers = {key: n for n, key in enumerate(posts, highest + 1)}
    by_original = {(post.number, key[1]): numbers[key] for key, post in posts.items()}
    translations: dict[str, dict[str, int]] = {}
    for (article, target), number in numbers.items():
        post = posts[article, target]
        translations.setdefault(article, {post.source: post.number})[primary(target)] = number

    def made() -> Iterator[WordPressPost]:
        for row in _standing(connection, root):
            post = posts.get((row.article, row.target))
            draft = post and drafts.rebuild(connection, row.stage_keys, row.target, only=_IN_MEMORIES)
            if post and draft:
                yield WordPressPost(
                    draft,
                    numbers[row.article, row.target],
                    by_original.get((post.parent, row.target), 0),
                    translations[row.article],
                )

    return wordpress_export(made())


def _version(row: EditionRow) -> Published:
    said = {
        name: str(row.summary.get(name, "")) for name in ("title_target", "description", "author", "date")
    }
    return Published(
        row.article,
        row.target,
        row.source_language,
        f"{row.name}/{row.target}",
        said["title_target"] or str(row.summary["title"]),
        said["description"],
        said["author"],
        said["date"],
        hidden=bool(row.summary.get("open_errors", row.summary["error"])),
        former=tuple(f"{name}/{row.target}" for name in str(row.summary.get("former", "")).split()),
    )


def _index_row(row: EditionRow, connection: Connection) -> IndexRow:
    folder = f"{row.name}/{row.target}"
    return IndexRow(
        title=str(row.summary["title"]),
        folder=folder,
        source_language=row.source_language,
        target_language=row.target,
        version=row.version,
        segments=int(row.summary["segments"]),
        target_title=str(row.summary.get("title_target", "")),
        review=_review(row, connection),
        held=int(row.summary["held"]),
        quality=str(row.summary.get("quality", "")),
        findings={name: int(row.summary[name]) for name in ("error", "warning", "note")},
        files=tuple(path.removeprefix(f"{folder}/") for path in row.files),
    )


def _review(row: EditionRow, connection: Connection) -> str:
    """How far people have come with an edition."""
    found = reviews.find_article(connection, row.article, row.target)
    if found is None:
        return "not reviewed"
    if found.final_key != row.final_key:
        return "changed since it was reviewed" if found.state != "machine" else "not reviewed"
    return _REVIEWED.get(found.state, "not reviewed") + (f" by {found.who}" if found.who else "")
