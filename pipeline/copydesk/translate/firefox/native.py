"""One model in memory: checked bytes in, sentences through, no exception of the native code out."""

from __future__ import annotations

import hashlib
from typing import Any

import fxtranslate
import sentencepiece

from copydesk.errors import EngineError
from copydesk.models.firefox import Parts, parts
from copydesk.models.home import Installed


class NativeModel:
    """The translator and the source vocabulary of ``model``; for one thread of one process.

    Every file is hashed before it is handed over, from the very bytes that are: the runtime takes a wrong
    vocabulary or shortlist without a word and answers nonsense.

    Raises:
        EngineError: a file is missing or not what the card says, or the runtime cannot read it.
    """

    def __init__(self, model: Installed) -> None:
        self.name = model.card.name
        files = {file.path.rpartition("/")[2]: file for file in model.card.files}
        found = parts(files)
        data = {name: _checked(model, files[name].path, files[name].sha256) for name in found.names}
        self._translator = _translator(self.name, found, data)
        self._pieces = _pieces(self.name, data[found.source_vocabulary])
        self._known: dict[str, bool] = {}

    def translate(self, text: str) -> str:
        """The translation of one sentence, or part of one.

        Raises:
            EngineError: whatever the native code throws, its panics too.
        """
        try:
            answer: str = self._translator.translate(text)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a Rust panic is no Exception
            raise EngineError(f"{self.name}: {_said(error)} on {text[:60]!r}") from error
        return answer

    def count(self, text: str) -> int:
        """The tokens of ``text`` as the model sees them."""
        return len(self._pieces.encode(text))

    def reads(self, text: str) -> bool:
        """Whether the model knows every sign of ``text``; what it does not know it leaves out."""
        return self._pieces.unk_id() not in self._pieces.encode(text)

    def knows(self, sign: str) -> bool:
        """Whether the model knows the character ``sign``."""
        if sign not in self._known:
            self._known[sign] = self.reads(sign)
        return self._known[sign]


def _checked(model: Installed, path: str, sha256: str) -> bytes:
    try:
        data = (model.folder / path).read_bytes()
    except OSError as error:
        raise _changed(model, f"{path} cannot be read ({error.strerror})") from error
    if (actual := hashlib.sha256(data).hexdigest()) != sha256:
        raise _changed(model, f"{path} has SHA-256 {actual}, its card says {sha256}")
    return data


def _changed(model: Installed, what: str) -> EngineError:
    name = model.card.name
    return EngineError(
        f"{name} is not what its card says: {what}",
        remedy=f"Run: copydesk models remove {name}, then add it again",
    )


def _translator(name: str, found: Parts, data: dict[str, bytes]) -> Any:
    shortlist = data[found.shortlist] if found.shortlist else None
    try:
        return fxtranslate.Translator(
            data[found.model], data[found.source_vocabulary], data[found.target_vocabulary], shortlist
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a Rust panic is no Exception
        raise EngineError(f"{name} cannot be loaded: {_said(error)}") from error


def _pieces(name: str, data: bytes) -> Any:
    try:
        return sentencepiece.SentencePieceProcessor(model_proto=data)
    except RuntimeError as error:
        raise EngineError(f"{name}: its source vocabulary is no SentencePiece model") from error


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
