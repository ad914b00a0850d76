"""Parts of a target text that typography leaves alone."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.data import Bitext, Span
from copydesk.verify.contacts import contacts

_CODE = frozenset({"code", "kbd", "samp", "pre", "var"})


def frozen(bitext: Bitext) -> tuple[Span, ...]:
    """Addresses, code, and the texts the engine was told to keep; in no order."""
    spans = contacts(bitext.target)
    spans += [inline.span for inline in bitext.target_inlines if inline.tag in _CODE]
    for protection in bitext.protections:
        if protection.kind == "number" or not protection.text:
            continue
        start = bitext.target.find(protection.text)
        while start >= 0:
            spans.append(Span(start, start + len(protection.text)))
            start = bitext.target.find(protection.text, start + len(protection.text))
    return tuple(spans)


def touches(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a change of ``span`` would change the inside of one of ``spans``."""
    return any(span.start < other.end and other.start < span.end for other in spans) or any(
        span.start == span.end and other.start < span.start < other.end for other in spans
    )
