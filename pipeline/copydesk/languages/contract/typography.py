"""Quotes, spaces and marks of good print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typography:
    """Neutral defaults: any quotes, no special spaces.

    ``quotes`` are the (open, close) marks accepted round a quotation, the preferred first; ``inner_quotes``
    those accepted inside another quotation; no ``quotes`` means that all are. ``quote_space`` is the space
    inside the preferred quotes. ``spaced_marks`` are marks with the no-break space that goes before each;
    ``tight_marks`` take none. ``group_space`` parts groups of three digits, ``group_mark`` is the mark that
    news of the language writes between them. ``clock`` parts hours from minutes ("18:30", "18 h 30");
    ``clock_cues`` are words before which digits with a colon can only be a time of day. ``apostrophes`` are
    the accepted marks of elision, the preferred first. ``opening_marks`` are (closing, opening) pairs of
    marks that the language writes at both ends of a question or exclamation.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    inner_quotes: tuple[tuple[str, str], ...] = ()
    quote_space: str = ""
    spaced_marks: tuple[tuple[str, str], ...] = ()
    tight_marks: str = ""
    group_space: str = ""
    group_mark: str = ""
    clock: str = ":"
    clock_cues: tuple[str, ...] = ()
    apostrophes: str = "'’"
    opening_marks: tuple[tuple[str, str], ...] = ()
