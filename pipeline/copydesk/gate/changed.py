"""Only what changed since a commit: the lines that git names, and the pairs that stand on them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from pathlib import Path

from copydesk.errors import ConfigError
from copydesk.gate.located import Gap, Located, Place

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_FILE = "+++ "
_GIT = ("git", "-c", "core.quotePath=false")
_LONGEST = 10**9


def repository(path: Path) -> Path | None:
    """The root of the repository that ``path`` stands in; None if it stands in none."""
    place = path.resolve()
    return next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), None)


def changed_lines(commit: str, folder: Path) -> Mapping[Path, frozenset[int] | None]:
    """The lines that the repository of ``folder`` has and ``commit`` had not, by resolved path.

    None stands for all lines of a file that git does not know. In a repository without any commit yet
    everything has changed, whatever ``commit`` says.

    Raises:
        ConfigError: there is no repository or no such commit, or git is not installed.
    """
    root = repository(folder)
    if root is None:
        raise ConfigError(f"{folder} is in no git repository", remedy="Leave out --since, or go there")
    begun = bool(_git(root, "rev-list", "--all", "--max-count=1").strip())
    against = commit if begun else _git(root, "hash-object", "-t", "tree", "/dev/null").strip()
    said = _git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--dst-prefix=", against, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    unknown: dict[Path, frozenset[int] | None] = {(root / name).resolve(): None for name in new if name}
    return {**_hunks(said, root), **unknown}


def only_changed(
    items: Iterable[Located | Gap], lines: Mapping[Path, frozenset[int] | None]
) -> Iterator[Located | Gap]:
    """Those of ``items`` that stand on changed lines, each up to where the next of its file begins."""
    for item, following in pairwise(chain(items, (None,))):
        if item is not None and any(_touched(p, _places(following), lines) for p in _places(item)):
            yield item


def _places(item: Located | Gap | None) -> tuple[Place, ...]:
    if item is None:
        return ()
    return (item.place,) if isinstance(item, Gap) else (item.source, item.target)


def _touched(place: Place, following: tuple[Place, ...], lines: Mapping[Path, frozenset[int] | None]) -> bool:
    changed = lines.get(Path(place.path).resolve(), frozenset())
    if changed is None or place.line == 0:
        return changed is None or bool(changed)
    ends = (other.line for other in following if other.path == place.path and other.line >= place.line)
    end = min(ends, default=_LONGEST)
    return any(place.line <= line < max(end, place.line + 1) for line in changed)


def _hunks(diff: str, root: Path) -> dict[Path, frozenset[int]]:
    found: dict[Path, set[int]] = {}
    current: set[int] = set()
    for line in diff.split("\n"):
        if line.startswith(_FILE):
            current = found.setdefault((root / line[len(_FILE) :].rstrip("\t")).resolve(), set())
        elif match := _HUNK.match(line):
            start, count = int(match[1]), int(match[2] or 1)
            current.update(range(start, start + count))
    return {path: frozenset(lines) for path, lines in found.items()}


def _git(root: Path, *arguments: str) -> str:
    command = [*_GIT, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True)
    except FileNotFoundError as error:
        raise ConfigError("git is not installed", remedy="Install it, or leave out --since") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().split("\n")[0]
        raise ConfigError(f"git cannot tell what changed: {said}", remedy="Check --since") from error
    return done.stdout
