"""Which files the inputs name. No file is opened here.

A uri is the path relative to the deepest folder that all inputs lie in: a folder given as input, the folder
of a file, the fixed part of a glob. So ``run news`` and ``run news/*.html`` name an article alike, and no two
articles of a run share a uri. An input from elsewhere lengthens the uris; ``IngestOptions.root`` fixes the
folder they count from.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from copydesk.errors import ConfigError, InputError
from copydesk.ingest import READERS, SUFFIXES
from copydesk.ingest.options import IngestOptions

_MAGIC = re.compile(r"[*?\[]")
_PROGRAMS = frozenset({".asp", ".aspx", ".cgi", ".do", ".jsp", ".php"})


OUTPUT_MARK = ".copydesk"
"""The file that marks an output folder: what the desk published is not read again from a folder above."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or with ``problem`` set, one that must not be. ``format`` is a reader's name."""

    path: Path
    uri: str
    format: str
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One input: a file, or a folder with the pattern that relative paths must match (None: any)."""

    path: Path
    is_folder: bool = True
    pattern: re.Pattern[str] | None = None
    depth: int | None = None

    @property
    def folder(self) -> Path:
        """The folder that its files lie in."""
        return self.path if self.is_folder else self.path.parent


@dataclass(frozen=True, slots=True)
class Places:
    """All inputs, and the folder that uris are relative to."""

    places: tuple[Place, ...]
    base: Path


def places(inputs: Sequence[str], options: IngestOptions) -> Places:
    """The inputs, checked.

    Raises:
        ConfigError: if one does not exist, or lies outside ``root``.
    """
    found = tuple(_place(name) for name in inputs)
    folders = [str(place.folder) for place in found]
    base = Path(options.root or (os.path.commonpath(folders) if folders else "")).absolute()
    for name, place in zip(inputs, found, strict=True):
        if not place.folder.is_relative_to(_absolute(str(base))):
            raise ConfigError(f"{name} is not inside the root {base}", remedy="Widen ingest.root or unset it")
    return Places(found, _absolute(str(base)))


def require_articles(inputs: Places, names: Sequence[str]) -> None:
    """Each folder and pattern of ``inputs``, which ``names`` name, must hold something that can be read.

    Raises:
        ConfigError: if one does not.
    """
    for name, place in zip(names, inputs.places, strict=True):
        if place.is_folder and next(_walk(place, place.folder), None) is None:
            known = ", ".join(sorted(SUFFIXES))
            raise ConfigError(f"nothing to read in {name}", remedy=f"Articles are files in {known}, also .gz")


def find(inputs: Places) -> Iterator[Found]:
    """The files of all inputs, each once; the files of a folder in the order of their names."""
    several = len(inputs.places) > 1
    seen: set[Path] = set()
    for place in inputs.places:
        for found in _walk(place, inputs.base) if place.is_folder else [_named(place, inputs.base)]:
            if several:
                if found.path in seen:
                    continue
                seen.add(found.path)
            yield found


def format_of(path: Path) -> str:
    """The name of the reader for a file of this name (``.gz`` aside), empty if there is none."""
    name, is_query, _ = path.name.partition("?")  # as wget saves "nota.php?id=5"
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    if is_query and (not suffixes or suffixes[-1] in _PROGRAMS):
        return "html"
    if not suffixes:
        return ""
    return SUFFIXES.get(suffixes[-1]) or (suffixes[-1][1:] if suffixes[-1][1:] in outsiders() else "")


def printable(name: str) -> str:
    """``name`` as text that can be stored and shown: undecodable bytes and controls as escapes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda m: f"\\x{ord(m[0]):02x}", text)


@cache
def outsiders() -> frozenset[str]:
    """The names of readers from outside, which are also the suffixes that they read."""
    return frozenset(READERS.names()) - frozenset(READERS.builtin)


def _place(name: str) -> Place:
    path = _absolute(name)
    if os.path.lexists(path):
        return Place(path, is_folder=path.is_dir())
    if not _MAGIC.search(name):
        raise ConfigError(f"there is no {name}", remedy="Check the path")
    fixed = path
    while _MAGIC.search(str(fixed)):
        fixed = fixed.parent
    parts = path.relative_to(fixed).parts
    if not fixed.is_dir():
        raise ConfigError(f"nothing matches {name}: there is no folder {fixed}", remedy="Check the pattern")
    return Place(fixed, pattern=_pattern(parts), depth=None if "**" in parts else len(parts))


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    """A glob as a pattern of relative paths; ``**`` stands for any number of folders."""
    regex = ""
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "**":
            regex += ".*" if last else "(?:.*/)?"
        else:
            inner = fnmatch.translate(part).removeprefix("(?s:").removesuffix(r")\Z").replace(".*", "[^/]*")
            regex += inner + ("" if last else "/")
    return re.compile(regex + r"\Z", re.DOTALL)


def _named(place: Place, base: Path) -> Found:
    return Found(place.path, _uri(place.path, base), format_of(place.path))


def passed_over(inputs: Places) -> Iterator[str]:
    """The uris of the files in folders whose names are of no format that is read."""
    for place in inputs.places:
        if place.is_folder and place.pattern is None:
            for found in _walk(place, inputs.base, unknown=True):
                if not found.format and found.problem is None:
                    yield found.uri


def _walk(place: Place, base: Path, *, unknown: bool = False) -> Iterator[Found]:
    """The files below a folder, in order of names, without recursion and without entering linked folders.

    With ``unknown`` those too whose names tell no format.
    """
    real = os.path.realpath(place.path)
    stack = [place.path]
    while stack:
        path = stack.pop()
        try:
            if path.is_dir() and (path == place.path or not path.is_symlink()):
                stack += _entries(path, place)
                continue
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = InputError(f"{_uri(path, base)}: the folder cannot be read ({reason})",
                                 remedy="Check its permissions")  # fmt: skip
            yield Found(path, _uri(path, base), "", problem)
            continue
        name = format_of(path)
        if path.is_symlink() and (problem_link := _link_problem(path, real, base, known=bool(name))):
            yield Found(path, _uri(path, base), name, problem_link)
        elif (name or unknown) and not path.is_dir() and _matches(path, place):
            yield Found(path, _uri(path, base), name)


def _entries(folder: Path, place: Place) -> list[Path]:
    if place.depth is not None and len(folder.relative_to(place.path).parts) >= place.depth:
        return []
    with os.scandir(folder) as entries:
        names = sorted((entry.name for entry in entries), reverse=True)
    if OUTPUT_MARK in names and folder != place.path:
        return []
    return [folder / name for name in names if not name.startswith(".")]


def _matches(path: Path, place: Place) -> bool:
    return place.pattern is None or bool(place.pattern.match(path.relative_to(place.path).as_posix()))


def _link_problem(path: Path, real: str, base: Path, *, known: bool) -> InputError | None:
    uri = _uri(path, base)
    target = Path(os.path.realpath(path))
    if not target.exists():
        problem = InputError(f"{uri}: the link leads nowhere", remedy="Mend or remove it")
        return problem if known else None
    if target.is_relative_to(real):
        return None
    if not known and not target.is_dir():
        return None
    return InputError(
        f"{uri}: the link leads out of the input folder", remedy="Copy the file in, or name it as an input"
    )


def _uri(path: Path, base: Path) -> str:
    return printable(path.relative_to(base).as_posix())


def _absolute(name: str) -> Path:
    return Path(os.path.abspath(name))  # noqa: PTH100 - unlike Path.absolute, this resolves ".."
