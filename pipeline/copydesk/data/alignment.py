"""Which words of a translation stand for which words of its source."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data.span import Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """Tokens of both texts, in order, and the links between them.

    ``source`` spans count in the request's text, ``target`` spans in the candidate's; tokens may be words or
    pieces of words and leave white space out. ``links`` are (source token, target token, weight) with
    weights from 0 to 1: attention of a neural engine, or 1 where the engine only says yes or no. A token may
    have many links or none.

    Raises:
        ValueError: if a link names a token that is not there.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    links: tuple[tuple[int, int, float], ...]

    def __post_init__(self) -> None:
        for here, there, _ in self.links:
            if not (0 <= here < len(self.source) and 0 <= there < len(self.target)):
                raise ValueError(f"link {here}-{there} leaves the tokens")
