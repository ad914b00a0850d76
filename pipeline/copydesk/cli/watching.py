"""Do something again whenever files change."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from watchfiles import Change, watch

from copydesk.errors import ConfigError


def again(act: Callable[[], int], files: Collection[Path], *, spare: Collection[Path] = ()) -> int:
    """Do ``act`` now and after every change of ``files`` or below them, until interrupted; its last answer.

    Folders are watched rather than files, since editors replace files; what ``act`` writes is ``spare``.

    Raises:
        ConfigError: there is nothing to watch.
    """
    wanted = {path.resolve() for path in files}
    folders = {path if path.is_dir() else path.parent for path in wanted}
    written = {path.resolve() for path in spare}
    if missing := [path for path in folders if not path.is_dir()]:
        raise ConfigError(f"there is no folder {missing[0]} to watch", remedy="Check the path")

    def concerns(_change: Change, name: str) -> bool:
        path = Path(name)
        return path not in written and not wanted.isdisjoint((path, *path.parents))

    code = act()
    for _ in watch(*folders, watch_filter=concerns, raise_interrupt=False):
        code = act()
    return code
