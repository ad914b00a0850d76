"""Text to the pieces of a model's vocabulary, and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copydesk.data import Pair, Span
from copydesk.errors import EngineError, PluginError
from copydesk.models.card import Card
from copydesk.models.convert import SPM
from copydesk.translate.neural.codes import code

END = "</s>"
_SPECIAL = frozenset({END, "<s>", "<pad>", "<unk>"})


class Pieces:
    """The SentencePiece models of one translation model, for one direction.

    SentencePiece is asked directly: no tokenizer library is imported, and ``</s>`` always ends the source;
    without it a Marian model goes on for ever.
    """

    def __init__(self, card: Card, folder: Path, pair: Pair) -> None:
        names = SPM[card.family]
        self._source = _load(folder / names[0])
        self._target = _load(folder / names[-1])
        here, there = (code(card.family, tag, card.tokens) for tag in (pair.source, pair.target))
        if card.family in ("nllb", "m2m100") and not (here and there):
            raise EngineError(f"{card.name} has no language token for {pair}")
        self._head: tuple[str, ...] = ()
        self.prefix: tuple[str, ...] = ()
        if card.family in ("nllb", "m2m100"):
            self._head, self.prefix = (str(here),), (str(there),)
        elif there:
            self._head = (there,)

    @property
    def extra(self) -> int:
        """Tokens that ``source`` adds to the pieces of a text."""
        return len(self._head) + 1

    def encode(self, text: str) -> list[str]:
        """The pieces of ``text``, without special tokens."""
        pieces: list[str] = self._source.encode(text, out_type=str)
        return pieces

    def source(self, pieces: Sequence[str]) -> tuple[str, ...]:
        """``pieces`` as the model wants them: language token where it has one, ``</s>`` always."""
        return (*self._head, *pieces, END)

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of the model's answer, without its special and language tokens."""
        text: str = self._target.decode(self._plain(tokens))
        return text

    def source_spans(self, text: str) -> list[Span | None]:
        """Where each token of ``source(encode(text))`` stands in ``text``; None for special tokens."""
        offsets = self._source.encode(text, return_type="offset_mapping")["offsets"]
        return [*(None for _ in self._head), *(_span(o, text) for o in offsets), None]

    def target_spans(self, tokens: Sequence[str]) -> list[Span | None]:
        """Where each of ``tokens`` stands in ``decode(tokens)``; None for special tokens."""
        mapping = self._target.decode(self._plain(tokens), return_type="offset_mapping")
        found = iter([_span(o, mapping["text"]) for o in mapping["offsets"]])
        return [None if self._special(token) else next(found) for token in tokens]

    def _plain(self, tokens: Sequence[str]) -> list[str]:
        return [token for token in tokens if not self._special(token)]

    def _special(self, token: str) -> bool:
        return token in _SPECIAL or token in self.prefix


def _span(offsets: tuple[int, int], text: str) -> Span | None:
    """The piece's span without the white space at its edges; None where nothing is left."""
    start, end = offsets
    surface = text[start:end]
    start += len(surface) - len(surface.lstrip())
    end -= len(surface) - len(surface.rstrip())
    return Span(start, end) if start < end else None


def _load(path: Path) -> Any:
    try:
        import sentencepiece
    except ModuleNotFoundError as error:
        raise PluginError(
            "neural engines need the package sentencepiece", remedy="Run: pip install 'copydesk[neural]'"
        ) from error
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise EngineError(f"{path} is no SentencePiece model") from error
