"""What is never loaded: pickled weights, and code that comes with a model."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from copydesk.errors import CopydeskError

_PICKLED = frozenset({".bin", ".ckpt", ".joblib", ".npy", ".npz", ".pickle", ".pkl", ".pt", ".pth", ".h5"})
_CODE = frozenset({".py", ".pyc", ".so", ".dll", ".dylib", ".sh"})
_REMOTE = frozenset({"auto_map", "trust_remote_code", "custom_pipelines"})
_ZIP, _PICKLE = b"PK\x03\x04", b"\x80"
_SPARE = frozenset({"tf_model.h5", "rust_model.ot", "flax_model.msgpack"})
"""The same weights for TensorFlow, Rust and Flax, as the hub names them: left where they are, never read."""

PICKLED = "pytorch_model.bin"
"""The one pickled file that is read (by ``unpickle``); every other one is refused."""

_ASIDE = (".git/", ".cache/")
"""What ``git clone`` and ``hf download`` leave beside the files; never copied."""

_POINTER = b"version https://git-lfs"
_CT2_SPECS = frozenset({b"TransformerSpec"})


class ModelRefusedError(CopydeskError):
    """A model that could run code when it is loaded, or is not what its card says."""


def refuse_unsafe(folder: Path) -> None:
    """Make sure that nothing in ``folder`` can run code when it is loaded; it is looked at, never loaded.

    Weights may be safetensors, CTranslate2's own ``model.bin`` (told by its header, not its name), or one
    ``pytorch_model.bin``, which only ``unpickle`` may read. Spare weights for other programs are passed over.

    Raises:
        ModelRefusedError: naming the file: pickled weights, program code, a configuration that asks for
            code (``auto_map``), or a link that leads out of the folder.
    """
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(root):
            raise ModelRefusedError(f"{folder.name}: {name} is a link that leads out of the folder")
        if not path.is_file() or is_spare(path) or name.startswith(_ASIDE):
            continue
        _refuse_pointer(path)
        if path.suffix in _CODE:
            raise ModelRefusedError(
                f"{folder.name}: {name} is program code; copydesk runs none that comes with a model"
            )
        if is_pickled(path) and name != PICKLED:
            raise ModelRefusedError(
                f"{folder.name}: {name} holds pickled weights, which can run any code when loaded",
                remedy=f"Use the model's safetensors or {PICKLED}, and take this file out of the folder",
            )
        if path.suffix == ".json":
            _refuse_remote(path, f"{folder.name}: {name}")


def is_spare(path: Path) -> bool:
    """Whether ``path`` holds weights that stand beside others which copydesk reads."""
    if path.name == PICKLED:
        return any(path.parent.glob("*.safetensors"))
    return path.name in _SPARE


def _refuse_pointer(path: Path) -> None:
    """Make sure that ``path`` is the file itself.

    Raises:
        CopydeskError: it is what Git LFS leaves in its place where it is not installed.
    """
    with path.open("rb") as file:
        if file.read(len(_POINTER)) == _POINTER:
            raise CopydeskError(
                f"{path.parent.name}: {path.name} is a pointer of Git LFS, not the file itself",
                remedy="Run in that folder: git lfs pull",
            )


def is_pickled(path: Path) -> bool:
    """Whether ``path`` looks like pickled weights, by its name or its first bytes."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(_ZIP) or (head.startswith(_PICKLE) and head[1:2] in b"\x02\x03\x04\x05"):
        return True
    return path.suffix in _PICKLED and not is_ct2(head)


def is_ct2(head: bytes) -> bool:
    """Whether ``head`` begins a CTranslate2 model: a version, then the spec's name with its length."""
    if len(head) < 6:
        return False
    version, length = struct.unpack_from("<IH", head)
    return version <= 6 and head[6 : 6 + length].rstrip(b"\0") in _CT2_SPECS


def _refuse_remote(path: Path, name: str) -> None:
    try:
        known = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelRefusedError(f"{name} is no JSON ({error})") from error
    asked = _REMOTE & set(known) if isinstance(known, dict) else set()
    if asked:
        raise ModelRefusedError(
            f"{name} asks for code that comes with the model ({', '.join(sorted(asked))})",
            remedy="copydesk never runs such code (trust_remote_code); choose a model that needs none",
        )
