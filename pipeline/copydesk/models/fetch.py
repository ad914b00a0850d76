"""Models from the hub: the one place that may open a socket, and only when asked to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from copydesk.errors import CopydeskError, PluginError
from copydesk.models.refusal import ModelRefusedError

PATTERNS = ("*.safetensors", "*.safetensors.index.json", "*.json", "*.spm", "*.model", "*.txt", "README.md")
"""What is fetched. Pickled weights and code are not among it, so they never reach the machine."""


def fetch(repo: str, revision: str, folder: Path) -> str:
    """Load the files of hub id ``repo`` at commit ``revision`` into ``folder``; the commit that was loaded.

    An empty ``revision`` means the newest commit. The commit is looked up first and then pinned, so that all
    files are of one commit; and a missing network is told at once, since a download tries again for 23 s.

    Raises:
        CopydeskError: the hub cannot be reached, or has no such model or commit.
        ModelRefusedError: the model has no weights as safetensors.
        PluginError: the package huggingface_hub is missing.
    """
    hub = _hub()
    try:
        commit = hub.HfApi().model_info(repo, revision=revision or None, timeout=20).sha
        hub.snapshot_download(repo, revision=commit, allow_patterns=list(PATTERNS), local_dir=folder)
    except (hub.errors.RepositoryNotFoundError, hub.errors.RevisionNotFoundError) as error:
        raise CopydeskError(
            f"the hub has no model {repo}" + (f" at {revision}" if revision else ""),
            remedy="Check the id; a private model needs HF_TOKEN in the environment",
        ) from error
    except (OSError, ValueError, hub.errors.OfflineModeIsEnabled, _transport(hub)) as error:
        raise CopydeskError(
            f"{repo} cannot be fetched from the hub ({type(error).__name__})", remedy=offline(repo, revision)
        ) from error
    if not any(folder.rglob("*.safetensors")):
        raise ModelRefusedError(
            f"{repo} at {commit} has no safetensors weights; copydesk loads no pickled ones",
            remedy=f"Look for a commit that has them and run: copydesk models add {repo} --revision COMMIT",
        )
    return str(commit)


def offline(repo: str, revision: str) -> str:
    """What to do on a machine without the hub."""
    pinned = f" --revision {revision}" if revision else ""
    local = repo.rsplit("/", 1)[-1]
    return (
        f"On a machine with network run: hf download {repo}{pinned} --local-dir {local} "
        f"--exclude '*.bin' '*.h5' '*.ot'; copy the folder here and run: copydesk models add ./{local}"
    )


def _transport(hub: Any) -> type[Exception]:
    """What the hub's HTTP library raises: httpx, or a successor of it, whichever huggingface_hub uses."""
    family = hub.errors.HfHubHTTPError.__mro__
    found: type[Exception] = next((one for one in family if one.__name__ == "HTTPError"), family[0])
    return found


def _hub() -> Any:
    try:
        import huggingface_hub
        import huggingface_hub.errors
    except ModuleNotFoundError as error:
        raise PluginError(
            "fetching models needs the package huggingface_hub", remedy="Run: pip install 'copydesk[neural]'"
        ) from error
    return huggingface_hub
