"""Pickled weights, read once and written as safetensors.

Most of Helsinki's opus-mt repositories hold ``pytorch_model.bin`` only. A pickle may run any code when it is
loaded. torch's restricted loader (``weights_only``; CVE-2025-32434 and CVE-2026-24747 are mended since 2.10)
builds tensors only, and it runs in a child that has no network, no keys, no file to write but one, and bounds
on memory and time. After this no part of copydesk reads the pickle again.
"""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from copydesk.errors import CopydeskError, PluginError
from copydesk.models.refusal import PICKLED, ModelRefusedError

PLAIN = "model.safetensors"
"""What is written for it."""

_PASSED = (
    "PATH",
    "PYTHONPATH",
    "PYTHONHOME",
    "LD_LIBRARY_PATH",
    "LANG",
    "SYSTEMROOT",
    "COVERAGE_PROCESS_CONFIG",
)
"""What the child sees of the environment: where programs and packages are, and no keys."""

_DEADLINE = 1800.0


def unpickle(folder: Path) -> None:
    """Write the weights in ``folder``'s pytorch_model.bin to model.safetensors, and remove the pickle.

    Raises:
        ModelRefusedError: the pickle asks for anything but tensors, or holds something else than them.
        CopydeskError: it is damaged or cut off, or needs more memory, time or disk than there is.
        PluginError: torch is missing.
    """
    _need_torch()
    source, target = folder / PICKLED, folder / PLAIN
    try:
        _judge(_read(source, target))
    except CopydeskError:
        target.unlink(missing_ok=True)
        raise
    source.unlink()


def _read(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Let a child read ``source`` and write ``target``; what it said.

    Raises:
        CopydeskError: it takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="copydesk-") as own:
        environment = {name: os.environ[name] for name in _PASSED if name in os.environ}
        environment |= {"HOME": own, "TMPDIR": own, "PYTHONUSERBASE": site.getuserbase()}
        command = [sys.executable, "-P", "-m", "copydesk.models.unpickle_child"]
        try:
            return subprocess.run(
                [*command, str(source.resolve()), str(target.resolve())],
                cwd=own,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_DEADLINE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise CopydeskError(f"{PICKLED}: not read within {_DEADLINE:.0f} seconds") from error


def _judge(done: subprocess.CompletedProcess[str]) -> None:
    """Nothing where the child wrote the weights.

    Raises:
        CopydeskError: saying in one line why it did not.
    """
    try:
        said = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError) as error:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise CopydeskError(
            f"{PICKLED} stopped the process that read it (status {done.returncode}: {last[:200]})",
            remedy="The file is damaged, or needs more memory or time than there is; fetch it again",
        ) from error
    if "tensors" in said:
        return
    if "odd" in said:
        raise ModelRefusedError(f"{PICKLED} is no table of weights: {said['odd']}")
    text = " ".join(str(said["text"]).split())
    if said["error"] == "UnpicklingError" or "a confined process" in text:
        asked = _asked(text)
        raise ModelRefusedError(
            f"{PICKLED} asks for more than weights ({asked}); it was not loaded"
            if asked
            else f"{PICKLED} is no file of weights; it was not loaded",
            remedy="Do not use this file: it could run code. Take the model from its maker, as safetensors",
        )
    if said["error"] == "OSError":
        raise CopydeskError(f"{PLAIN} cannot be written: {text[:200]}", remedy="Make room on that disk")
    raise CopydeskError(
        f"{PICKLED} cannot be read ({said['error']}: {text[:160]})",
        remedy="It is damaged, cut off or too large for this machine; fetch it again",
    )


def _asked(text: str) -> str:
    """What the pickle asked for, as torch's loader names it ("... GLOBAL posix.system was not ...")."""
    words = text.split()
    for before, name in pairwise(words):
        if before == "GLOBAL":
            return name.strip("`,.")
    return ""


def _need_torch() -> None:
    from importlib.util import find_spec

    for package in ("torch", "safetensors"):
        if find_spec(package) is None:
            raise PluginError(
                f"reading {PICKLED} needs the package {package}", remedy="Run: pip install 'copydesk[neural]'"
            )
