"""Models from the hub: the one place that may open a socket, and only when asked to."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from copydesk.errors import CopydeskError, PluginError
from copydesk.models.hashes import sha256
from copydesk.models.progress import Progress, Tell
from copydesk.models.refusal import PICKLED, ModelRefusedError

PATTERNS = ("*.safetensors", "*.safetensors.index.json", "*.json", "*.spm", "*.model", "*.txt", "README.md")
"""What is fetched. Of pickled weights only ``pytorch_model.bin`` is, where there are no safetensors."""

OFFLINE = "COPYDESK_OFFLINE"
"""The environment variable that keeps copydesk from opening a socket to the hub."""

PATIENCE = 20.0
"""Seconds that the hub may take to say what it has."""


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file on the hub: its name, its bytes, its SHA-256 where the hub says it (large files)."""

    name: str
    size: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be fetched of a hub id at a commit."""

    repo: str
    commit: str
    files: tuple[HubFile, ...]

    @property
    def size(self) -> int:
        """All files' bytes."""
        return sum(file.size for file in self.files)


def is_offline() -> bool:
    """Whether :data:`OFFLINE` keeps copydesk from opening a socket."""
    return os.environ.get(OFFLINE, "0") not in ("", "0")


def look_up(repo: str, revision: str, *, patience: float = PATIENCE) -> Listing:
    """The files of hub id ``repo`` that a model needs, at commit ``revision``, or the newest if it is empty.

    The commit is looked up first and then pinned, so that all files are of one commit; and a missing network
    is told within ``patience`` seconds, name resolution included.

    Raises:
        CopydeskError: the hub cannot be reached or understood, is not to be asked (``COPYDESK_OFFLINE``), or
            has no such model or commit.
        ModelRefusedError: it has no weights that copydesk reads.
        PluginError: the package huggingface_hub is missing.
    """
    if is_offline():
        raise CopydeskError(f"{OFFLINE} is set: {repo} is not fetched", remedy=offline(repo, revision))
    hub = _hub()
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = hub.HfApi().model_info(
                repo, revision=revision or None, timeout=patience, files_metadata=True
            )
            listed = [
                HubFile(s.rfilename, s.size or 0, s.lfs.sha256 if s.lfs else "") for s in found.siblings
            ]
            answers.put((str(found.sha), listed))
        except Exception as error:  # noqa: BLE001 - whatever the library makes of an answer; told below
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()  # a name server that is silent knows no time-out
    try:
        answer = answers.get(timeout=patience)
    except queue.Empty:
        answer = TimeoutError()
    if isinstance(answer, Exception):
        raise _told(hub, answer, repo, revision) from answer
    commit, listed = answer
    return Listing(repo, commit, _wanted(listed, repo, commit))


def download(listing: Listing, folder: Path, tell: Tell) -> None:
    """Load the files of ``listing`` into ``folder``; ``tell`` hears of each piece.

    Raises:
        CopydeskError: the hub or the network breaks off, or there is no room.
        ModelRefusedError: a file is not what the hub itself says of it.
    """
    hub = _hub()
    hub.utils.logging.set_verbosity_error()
    done = 0
    for file in listing.files:
        what = f"fetching {file.name}"
        tell(Progress(what, done, listing.size))
        try:
            hub.hf_hub_download(
                listing.repo,
                file.name,
                revision=listing.commit,
                local_dir=folder,
                tqdm_class=_bar(what, done, listing.size, tell),
            )
        except Exception as error:  # whatever the library raises
            raise _told(hub, error, listing.repo, listing.commit) from error
        _check(folder / file.name, file, listing)
        done += file.size
    tell(Progress("fetched", listing.size, listing.size))


def offline(repo: str, revision: str) -> str:
    """What to do on a machine without the hub."""
    pinned = f" --revision {revision}" if revision else ""
    local = repo.rsplit("/", 1)[-1]
    return (
        f"On a machine with network run: hf download {repo}{pinned} --local-dir {local} "
        f"--exclude '*.h5' --exclude '*.ot' --exclude '*.msgpack'; copy the folder here and run: "
        f"copydesk models add ./{local}"
    )


def _wanted(listed: Iterable[HubFile], repo: str, commit: str) -> tuple[HubFile, ...]:
    """The files to fetch, weights last."""
    here = {file.name: file for file in listed if "/" not in file.name}
    chosen = [file for name, file in here.items() if any(fnmatch(name, pattern) for pattern in PATTERNS)]
    if not any(file.name.endswith(".safetensors") for file in chosen):
        if PICKLED not in here:
            raise ModelRefusedError(
                f"{repo} at {commit} has no weights that copydesk reads (*.safetensors or {PICKLED})",
                remedy=f"If another commit has them, run: copydesk models add {repo} --revision COMMIT",
            )
        chosen.append(here[PICKLED])
    return tuple(sorted(chosen, key=lambda file: (file.size, file.name)))


def _check(path: Path, file: HubFile, listing: Listing) -> None:
    if (file.size and path.stat().st_size != file.size) or (file.sha256 and sha256(path) != file.sha256):
        raise ModelRefusedError(
            f"{listing.repo}: {file.name} is not what the hub says of it (size or SHA-256)",
            remedy="It was cut off or changed on its way; run the same command again",
        )


def _told(hub: Any, error: Exception, repo: str, revision: str) -> CopydeskError:
    """``error`` of the hub's library in words."""
    errors = hub.errors
    if isinstance(error, errors.RepositoryNotFoundError | errors.RevisionNotFoundError):
        return CopydeskError(
            f"the hub has no model {repo}" + (f" at {revision}" if revision else ""),
            remedy="Check the id; a private model needs HF_TOKEN in the environment",
        )
    if isinstance(error, OSError) and error.errno is not None and not isinstance(error, TimeoutError):
        text = f"{repo} cannot be fetched: {error.strerror or error}"
    else:
        text = f"{repo} cannot be fetched from the hub ({type(error).__name__})"
    return CopydeskError(text, remedy=offline(repo, revision))


def _bar(what: str, before: int, total: int, tell: Tell) -> type[Any]:
    """A progress bar in the hub library's manner that shows nothing and tells."""
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            self._fetched = options.get("initial") or 0
            super().__init__(*arguments, **options | {"disable": True})

        def update(self, n: float | None = 1) -> bool | None:
            self._fetched += n or 0
            tell(Progress(what, before + int(self._fetched), total))
            return None

    return Bar


def _hub() -> Any:
    try:
        import huggingface_hub
        import huggingface_hub.errors
        import huggingface_hub.utils
    except ModuleNotFoundError as error:
        raise PluginError(
            "fetching models needs the package huggingface_hub", remedy="Run: pip install 'copydesk[neural]'"
        ) from error
    return huggingface_hub
