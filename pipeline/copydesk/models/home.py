"""Where models live, and which are installed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from copydesk.data import Pair
from copydesk.errors import CopydeskError
from copydesk.models.card import Card, parse

CARD = "card.toml"
CT2, FIREFOX, REFERENCE = "ct2", "firefox", "reference"


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on this machine.

    ``folder`` holds ``card.toml``, and ``ct2/`` or ``reference/`` or both, or ``firefox/``.
    """

    card: Card
    folder: Path

    @property
    def ct2(self) -> Path:
        """The folder of the CTranslate2 form."""
        return self.folder / CT2

    @property
    def firefox(self) -> Path:
        """The folder of a Firefox Translations model's files."""
        return self.folder / FIREFOX

    @property
    def reference(self) -> Path:
        """The folder of the weights as published: safetensors, configuration, SentencePiece models."""
        return self.folder / REFERENCE


def home() -> Path:
    """``$COPYDESK_MODELS``, else ``copydesk/models`` in the user's data folder (XDG)."""
    if given := os.environ.get("COPYDESK_MODELS"):
        return Path(given)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "copydesk" / "models"


def installed() -> tuple[Installed, ...]:
    """The models at home, sorted by name. A folder without a card is none of ours.

    Raises:
        ConfigError: a card cannot be read.
    """
    found = sorted(path for path in home().glob(f"*/{CARD}") if not path.parent.name.startswith("."))
    return tuple(Installed(_read(path, path.stat().st_mtime_ns), path.parent) for path in found)


def find(name: str) -> Installed:
    """The installed model called ``name``.

    Raises:
        CopydeskError: there is none.
    """
    for model in installed():
        if model.card.name == name:
            return model
    known = ", ".join(model.card.name for model in installed()) or "none"
    raise CopydeskError(f"no model {name} is installed", remedy=f"Installed: {known}")


def recipes() -> tuple[Card, ...]:
    """The cards that come with copydesk, sorted by name."""
    here = Path(str(files("copydesk.models")))
    packed, checkout = here / "cards", here.parents[2] / "models"
    folder = packed if packed.is_dir() else checkout
    return tuple(parse(path.read_text("utf-8"), where=str(path)) for path in sorted(folder.glob("*.toml")))


def advice(pair: Pair) -> str:
    """The command that brings a model for ``pair``: the smallest family that has it comes first."""
    order = ("firefox", "marian", "nllb", "m2m100", "madlad")
    fitting = sorted(
        (card for card in recipes() if pair in card.pairs), key=lambda c: (order.index(c.family), c.name)
    )
    if fitting:
        return f"Run: copydesk models add {fitting[0].repo or fitting[0].name}"
    return f"Run: copydesk models add FOLDER_OR_ID --from {pair.source} --to {pair.target}"


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int) -> Card:
    return parse(path.read_text("utf-8"), where=str(path))
