"""Ordinals, centuries and decades: what a suffix or a word beside a number makes of it."""

from __future__ import annotations

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scaled import since, to
from copydesk.numbers.scan import Scan


def ordinal(scan: Scan, mark: Mark) -> Mark | None:
    """1.º 1er 2e 3rd: a suffix without a gap; then perhaps a century."""
    at = mark.last + 1
    if mark.spelled or not scan.glued(at):
        return None
    if scan.low(at) == "." and scan.low(at + 1) in "ºª°" and scan.glued(at + 1) and scan.low(at + 1):
        at += 1
    if len(scan.low(at)) == 1 and scan.surface(at).isupper():
        return None
    degree = scan.low(at) in ("°", "º") and scan.low(at + 1) in ("c", "f")
    if scan.low(at) not in scan.lexicon.page.ordinal_suffixes or degree:
        return None
    return century(scan, to(scan, mark, at, kind=NumberKind.ORDINAL))


def century(scan: Scan, mark: Mark) -> Mark:
    """``mark`` with the word for century beside it."""
    words = scan.lexicon.page.centuries
    after = mark.last + 1
    hyphen = after + 1 if scan.low(after) == "-" else after
    if scan.low(hyphen) in words:
        return to(scan, mark, hyphen, kind=NumberKind.CENTURY, weak=False)
    if scan.low(mark.first - 1) in words and scan.near(mark.first):
        return since(scan, mark, mark.first - 1, kind=NumberKind.CENTURY, weak=False)
    return mark


def plain_century(scan: Scan, mark: Mark) -> Mark | None:
    """Siglo 21, siglo veintiuno, 18. Jahrhundert."""
    words = scan.lexicon.page.centuries
    if scan.low(mark.first - 1) in words and scan.near(mark.first):
        return since(scan, mark, mark.first - 1, kind=NumberKind.CENTURY)
    dot = mark.last + 1
    if scan.low(dot) == "." and scan.glued(dot) and scan.low(dot + 1) in words:
        return to(scan, mark, dot + 1, kind=NumberKind.CENTURY)
    return None


def decade(scan: Scan, mark: Mark) -> Mark | None:
    """Años 90, années 1990, the 1990s, 80er."""
    value = mark.scalar
    if value is None or value % 10 or not (10 <= value <= 90 or 1000 < value < 2100):
        return None
    page = scan.lexicon.page
    apostrophe = mark.last + 1 if scan.low(mark.last + 1) in ("'", "’") else mark.last
    if page.plural_decades and scan.low(apostrophe + 1) in ("s", "er") and scan.glued(apostrophe + 1):
        if mark.spelled:
            return None
        return to(scan, mark, apostrophe + 1, kind=NumberKind.DECADE)
    if scan.kind(mark.last + 1) == "word" and scan.low(mark.last + 1) in page.range_words:
        return None
    for back in range(1, 4):
        found = scan.phrase(mark.first - back, scan.lexicon.decades)
        if found and found[2] == mark.first - 1 and scan.near(mark.first):
            return since(scan, mark, mark.first - back, kind=NumberKind.DECADE)
    return None
