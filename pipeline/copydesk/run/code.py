"""What code shapes a result: the sources of a package and of all of the project that it imports.

So that after an edit of a check, say, what the checks made is made again, and nothing else is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from copydesk import version

ROOT = Path(version.__file__).parent

_CODE = frozenset({".py", ".pyc"})
_NAME = r"copydesk(?:\.\w+)*"
_FROM = re.compile(rf"^[ ]*from ({_NAME}) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_IMPORT = re.compile(rf"^[ ]*import ({_NAME})", re.MULTILINE)
_NAMED = re.compile(rf"[\"']({_NAME})[:\"']")
"""What registries name, "module:attribute", and import by that name."""

_BUILT = re.compile(r"f[\"'](copydesk(?:\.\w+)+)\.\{")
"""A module whose name is put together: all of its package may be meant."""


def code_key(*packages: str, root: Path = ROOT) -> str:
    """The hash of ``packages`` (dotted, "copydesk.verify") and of all of the project that they import.

    Directly or not, as the files are now. Those beside the modules that are no code, such as tables and
    templates, count too. ``root`` is the folder of the project's package.
    """
    digest = hashlib.sha256()
    for path in sorted(_reached(packages, root)):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(_digest(path))
    return digest.hexdigest()[:16]


@cache
def known_code_key(*packages: str) -> str:
    """:func:`code_key` of this program, read once."""
    return code_key(*packages)


@cache
def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def _reached(packages: tuple[str, ...], root: Path) -> set[Path]:
    found: set[Path] = set()
    waiting = [path for name in packages for path in _files(name, root, whole=True)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            waiting += _imported(path, root)
    return found


@cache
def _imported(path: Path, root: Path) -> tuple[Path, ...]:
    """The files that ``path`` imports or names, and those beside it that are no code."""
    text = path.read_text("utf-8")
    paths = [other for other in path.parent.iterdir() if other.is_file() and other.suffix not in _CODE]
    for module, names in _FROM.findall(text):
        paths += _files(module, root)
        for name in re.findall(r"\w+", names):
            paths += _files(f"{module}.{name}", root)
    for module in (*_IMPORT.findall(text), *_NAMED.findall(text)):
        paths += _files(module, root)
    for package in _BUILT.findall(text):
        paths += _files(package, root, whole=True)
    return tuple(paths)


def _files(module: str, root: Path, *, whole: bool = False) -> Iterator[Path]:
    """The file of ``module`` and those of the packages it lies in; of a package all, if ``whole``.

    The project's own package is left out: it shows programs the way in, and nothing here goes through it.
    """
    parts = module.split(".")[1:]
    place = root.joinpath(*parts)
    if place.is_dir():
        if whole:
            yield from (p for p in place.rglob("*") if p.is_file() and p.suffix != ".pyc")
    elif place.with_suffix(".py").is_file():
        yield place.with_suffix(".py")
    else:
        return
    for depth in range(1, len(parts) + 1):
        init = root.joinpath(*parts[:depth], "__init__.py")
        if init.is_file():
            yield init
