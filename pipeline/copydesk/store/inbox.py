"""Read the inputs: files, folders, globs, addresses on the web and standard input, one raw article at a time.

Refused, each with its reason, while the others go on: what cannot be opened, is empty or too big, is no plain
file, is damaged gzip or a gzip bomb, or is a symbolic link that leads out of the folder it was found in. A
link that is itself an input is followed. Linked folders inside an input folder are not entered: their files
are found where they are, and no loop can arise. Hidden files and files of unknown suffix are passed over in
folders and globs. For uris see ``copydesk.store.find``; a record of a container adds its line number
(``news.jsonl#12``).
"""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import ConfigError, InputError
from copydesk.ingest.base import Raw
from copydesk.ingest.containers import records
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.sniff import reader_of
from copydesk.store.find import Found, Places, find, outsiders, passed_over, places, require_articles
from copydesk.store.unpack import Source
from copydesk.store.web import Web
from copydesk.store.wordpress import PREFIX, posts, site_of

STDIN = "-"
_SINGLE = {"json": "ninjs"}
_SEVERAL = frozenset({"feed", "jsonl", "newsml", "ninjs", ""})


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that is not read, and why."""

    uri: str
    error: InputError


def collect(
    inputs: Sequence[str],
    options: IngestOptions,
    *,
    stdin: BinaryIO | None = None,
    apart: Path | None = None,
    may_be_empty: bool = False,
) -> Iterator[Raw | Refused]:
    """All articles of ``inputs`` in their order, each read when it is asked for, none given twice.

    Pages of the web come after files, ``-``, standard input (or ``stdin``), comes last.
    JSON lines are never in memory as a whole.

    Raises:
        ConfigError: at once, if an input does not exist, matches nothing that can be read (unless folders
            ``may_be_empty``), or is the folder ``apart``, which is to be written.
    """
    checked = _checked(inputs, options, may_be_empty=may_be_empty)
    if apart is not None and any(p.is_folder and p.path.resolve() == apart.resolve() for p in checked.places):
        raise ConfigError(
            f"{apart} is both read and written: what is published would be read as articles",
            remedy=f"Publish into another folder; it may lie inside, like --out {apart / 'out'}",
        )
    return _raws(checked, inputs, options, stdin)


def count(inputs: Sequence[str], options: IngestOptions) -> int | None:
    """How many items ``collect`` will give; None if only reading standard input or a site could tell.

    Containers are streamed through to count their lines; other files are not opened.

    Raises:
        ConfigError: like ``collect``.
    """
    checked = _checked(inputs, options)
    if any(name == STDIN or name.startswith(PREFIX) for name in inputs):
        return None
    return sum(_size(found, options) for found in find(checked)) + len({*filter(is_address, inputs)})


def skipped(inputs: Sequence[str], options: IngestOptions) -> tuple[str, ...]:
    """The uris of files in the input folders that are not read, since their names are of no known format.

    Raises:
        ConfigError: like ``collect``.
    """
    return tuple(passed_over(_checked(inputs, options)))


def _checked(inputs: Sequence[str], options: IngestOptions, *, may_be_empty: bool = False) -> Places:
    if not inputs:
        raise ConfigError("nothing to read", remedy="Name files, folders, globs, or - for standard input")
    for name in inputs:
        if name.startswith(PREFIX):
            site_of(name)
    names = [name for name in inputs if name != STDIN and not is_address(name)]
    found = places(names, options)
    if not may_be_empty:
        require_articles(found, names)
    return found


def _raws(
    checked: Places, inputs: Sequence[str], options: IngestOptions, stdin: BinaryIO | None
) -> Iterator[Raw | Refused]:
    for found in find(checked):
        yield from _file(found, options)
    if any(map(is_address, inputs)):
        yield from _fetched(tuple(dict.fromkeys(filter(is_address, inputs))), options)
    if STDIN in inputs:
        source = Source(stdin or sys.stdin.buffer, STDIN, options)
        yield from _contents(source, STDIN, options.stdin)


def is_address(name: str) -> bool:
    """Whether an input is an address on the web."""
    return name.startswith(("http://", "https://", PREFIX))


def _fetched(urls: Sequence[str], options: IngestOptions) -> Iterator[Raw | Refused]:
    with Web(options) as web:
        for url in urls:
            try:
                if url.startswith(PREFIX):
                    yield from posts(url, web)
                    continue
                page = web.page(url)
            except InputError as error:
                yield Refused(url, error)
                continue
            hint = "plain" if page.headers.get("content-type", "").startswith("text/plain") else ""
            source = Source(io.BytesIO(page.data), url, options)
            for item in _contents(source, url, hint):
                yield replace(item, url=item.url or page.url) if isinstance(item, Raw) else item


def _file(found: Found, options: IngestOptions) -> Iterator[Raw | Refused]:
    if found.problem is not None:
        yield Refused(found.uri, found.problem)
        return
    try:
        # A pipe would block when opened, so it is told by its name's entry, not by the opened file.
        if not stat.S_ISREG(found.path.stat().st_mode):
            yield Refused(
                found.uri, InputError(f"{found.uri}: it is no plain file", remedy="Pipe it in as -")
            )
            return
        with found.path.open("rb") as stream:
            yield from _contents(Source(stream, found.uri, options), found.uri, found.format)
    except OSError as error:
        yield Refused(found.uri, _unreadable(found.uri, error))


def _contents(source: Source, uri: str, name: str) -> Iterator[Raw | Refused]:
    """The article or articles of an opened source; one Refused where it ends in an error."""
    try:
        if not (head := source.head()):
            yield Refused(uri, InputError(f"{uri}: it is empty", remedy="Remove it, or fetch it again"))
            return
        name = name if name in outsiders() or (uri == STDIN and name) else reader_of(head, name, uri)
        if name == "jsonl":
            for number, line in source.records():
                place = f"{uri}#{number}"
                yield Refused(place, line) if isinstance(line, InputError) else Raw(place, name, line)
            return
        raw = Raw(uri, name, source.all())
        found = records(name, raw)
        if found is None:
            yield replace(raw, format=_SINGLE.get(name, name))
            return
        for record in found:
            yield Raw(f"{uri}#{record.number}", record.format, record.data, record.url)
    except InputError as error:
        yield Refused(uri, error)


def _size(found: Found, options: IngestOptions) -> int:
    if found.problem is not None or found.format not in _SEVERAL:
        return 1
    return sum(1 for _ in _file(found, options))


def _unreadable(uri: str, error: OSError) -> InputError:
    problem = InputError(
        f"{uri}: it cannot be read ({error.strerror or type(error).__name__})",
        remedy="Check that it exists and that you may read it",
    )
    problem.__cause__ = error
    return problem
