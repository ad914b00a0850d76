"""The translation modes that Apertium packages install, found when asked."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.data import Pair
from copydesk.errors import EngineError

_NAME = re.compile(r"(?P<source>[a-z]{2,3})-(?P<target>[a-z]{2,3})(?:_(?P<variant>[A-Z]{2}|valencia))?")
_NULL_FLUSH = (
    "lt-proc", "cg-proc", "apertium-tagger", "apertium-pretransfer", "lrx-proc", "lsx-proc", "rtx-proc",
    "apertium-transfer", "apertium-interchunk", "apertium-postchunk", "apertium-anaphora", "hfst-proc",
)  # fmt: skip
_ISO_639_1 = {
    "afr": "af", "arg": "an", "bel": "be", "bul": "bg", "bre": "br", "cat": "ca", "dan": "da", "eng": "en",
    "epo": "eo", "spa": "es", "eus": "eu", "fra": "fr", "glg": "gl", "hbs": "sh", "hin": "hi", "ind": "id",
    "isl": "is", "ita": "it", "mkd": "mk", "nld": "nl", "nno": "nn", "nob": "nb", "oci": "oc", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slv": "sl", "srd": "sc", "swe": "sv", "ukr": "uk", "urd": "ur",
    "zlm": "ms",
}  # fmt: skip
"""ISO 639-3 codes of mode names to BCP 47; Apertium uses both, BCP 47 prefers the shorter."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One installed direction: the mode file ``path`` translates ``pair``."""

    pair: Pair
    path: Path


def data_folder() -> Path:
    """Where Apertium data is installed; ``APERTIUM_DATADIR`` moves it, as for ``apertium`` itself."""
    return Path(os.environ.get("APERTIUM_DATADIR", "/usr/share/apertium"))


def installed(folder: Path | None = None) -> dict[Pair, Mode]:
    """The modes in ``folder``/modes whose names say a plain direction or a regional variant of one.

    Empty where Apertium itself is missing. Two spellings of one direction: the first by name counts.
    """
    root = folder or data_folder()
    found: dict[Pair, Mode] = {}
    if shutil.which("lt-proc") is None:
        return found
    for path in sorted((root / "modes").glob("*.mode")):
        if match := _NAME.fullmatch(path.stem):
            target = tag(match["target"]) + (f"-{match['variant']}" if match["variant"] else "")
            pair = Pair(tag(match["source"]), target)
            found.setdefault(pair, Mode(pair, path))
    return found


def commands(mode: Mode) -> tuple[tuple[str, ...], ...]:
    """The mode's processes, each told to flush on NUL; unknown words are marked.

    Word-bound blanks are attached after the morphological analysis and detached before generation, as
    Apertium's own ``apertium-wblank-mode`` does.

    Raises:
        EngineError: if the mode file cannot be read.
    """
    try:
        text = mode.path.read_text("utf-8")
    except OSError as error:
        raise EngineError(f"cannot read {mode.path} ({error.strerror})") from error
    steps: list[tuple[str, ...]] = []
    for step in text.strip().split("|"):
        words = [w for w in shlex.split(step.replace("$1", "-g").replace("$2", "")) if w]
        if words[0] in _NULL_FLUSH and "-z" not in words:
            words.insert(1, "-z")
        steps.append(tuple(words))
    generation = next((n for n, s in enumerate(steps) if s[0] == "lt-proc" and "-g" in s), len(steps))
    return (*steps[:1], ("apertium-wblank-attach",), *steps[1:generation],
            ("apertium-wblank-detach",), *steps[generation:])  # fmt: skip


@cache
def fingerprint(mode: Mode) -> str:
    """A digest over the mode, its data files and its programs: it changes when the output may."""
    digest = hashlib.sha256(mode.path.read_bytes())
    for command in commands(mode):
        program = shutil.which(command[0])
        files = [Path(program)] if program else []
        files += [Path(word) for word in command[1:] if word.startswith("/")]
        for file in files:
            try:
                digest.update(hashlib.sha256(file.read_bytes()).digest())
            except OSError as error:
                raise EngineError(f"cannot read {file} ({error.strerror})") from error
    return digest.hexdigest()[:16]


def tag(code: str) -> str:
    """The BCP 47 code for a code of Apertium's."""
    return _ISO_639_1.get(code, code)
