"""The child's side: ``python -m copydesk.models.unpickle_child PICKLE OUT`` reads one and writes the other.

The files are opened first, then all that reading does not need is given up, then torch's restricted loader
reads the pickle; it builds tensors and plain containers and nothing else.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copydesk.models.confine import confine

SHARED = "shared.weight"
"""What the embedding is called that encoder, decoder and output share; of names for one tensor it stays."""

_TIMES, _ROOM = 4, 1 << 30
"""Memory for the tensors, for their copies and for the file to be written, by the size of the pickle."""

_SECONDS_A_GIB = 120


class _OddError(Exception):
    """The file holds something else than a plain table of tensors."""


def main() -> None:
    """Convert; the last line on standard output is a JSON object that says how it went."""
    import torch
    from safetensors.torch import save

    source, target = map(Path, sys.argv[1:3])
    size = source.stat().st_size
    with source.open("rb") as pickled, target.open("wb") as out:
        confine(
            memory=_TIMES * size + _ROOM, seconds=60 + _SECONDS_A_GIB * (size >> 30), written=2 * size + _ROOM
        )
        try:
            loaded = torch.load(pickled, map_location="cpu", weights_only=True)
            tensors, aliases = apart(loaded)
            out.write(save(tensors, metadata={"format": "pt"} | aliases))
        except _OddError as error:
            said = {"odd": str(error)}
        except Exception as error:  # noqa: BLE001 - whatever a stranger's file makes torch raise
            said = {"error": type(error).__name__, "text": str(error)}
        else:
            said = {"tensors": str(len(tensors))}
    print(json.dumps(said))  # noqa: T201 - the parent reads it


def apart(loaded: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """The tensors in ``loaded`` so that none shares memory with another, and which names mean the same one.

    Of names for one and the same tensor one stays, the shared embedding's own if it is among them; the
    others are named with it, as safetensors' own ``save_model`` does. Tensors that share memory otherwise
    are copied.
    """
    import torch

    if not isinstance(loaded, Mapping) or not loaded:
        raise _OddError(f"it holds {type(loaded).__name__}, no table of tensors")
    groups: dict[Any, list[str]] = {}
    for name, tensor in loaded.items():
        if not isinstance(name, str):
            raise _OddError(f"a tensor is called {str(name)[:80]}, which is no text")
        if not isinstance(tensor, torch.Tensor):
            raise _OddError(f"{name[:80]!r} is {type(tensor).__name__}, no tensor")
        if tensor.layout is not torch.strided or tensor.is_quantized or tensor.is_meta:
            raise _OddError(f"{name[:80]!r} is a tensor of an unusual kind ({tensor.layout})")
        place = (tensor.untyped_storage().data_ptr(), tensor.storage_offset())
        same = (*place, tensor.shape, tensor.stride(), tensor.dtype) if tensor.numel() else name
        groups.setdefault(same, []).append(name)
    tensors: dict[str, Any] = {}
    aliases: dict[str, str] = {}
    used: set[int] = set()
    for names in groups.values():
        stays = min(names, key=lambda name: (not name.endswith(SHARED), name))
        tensor = loaded[stays].detach().contiguous()
        storage = tensor.untyped_storage()
        if storage.data_ptr() in used or storage.nbytes() != tensor.nbytes:
            tensor = tensor.clone()
        used.add(tensor.untyped_storage().data_ptr())
        tensors[stays] = tensor
        aliases |= {name: stays for name in names if name != stays}
    return tensors, aliases


if __name__ == "__main__":
    main()
