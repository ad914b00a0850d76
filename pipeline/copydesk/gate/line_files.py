"""Aligned lines and bilingual tables as pairs of texts; both stream."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from copydesk.data import Bitext, Means, Pair
from copydesk.errors import InputError
from copydesk.gate.located import Gap, Located, Place

_HEADERS = frozenset({"source", "target", "reference"})


def line_pairs(
    source: Path, target: Path, pair: Pair, *, reference: Path | None = None
) -> Iterator[Located | Gap]:
    """Line n of ``source`` with line n of ``target``; UTF-8, one segment a line.

    Where one file ends early, one Gap says how many lines each has.

    Raises:
        InputError: a file cannot be read or is not UTF-8.
    """
    files = (source, target, *((reference,) if reference else ()))
    article = str(target)
    counts = [0] * len(files)
    for number, texts in enumerate(zip_longest(*map(lines, files)), start=1):
        for at, text in enumerate(texts):
            counts[at] += text is not None
        if None in texts:
            continue
        yield Located(
            Bitext(texts[0], texts[1], pair, id=str(number), means=Means.MACHINE),
            Place(str(source), number),
            Place(str(target), number),
            article,
            number,
            reference=texts[2] if reference else None,
        )
    if len(set(counts)) > 1:
        said = ", ".join(f"{path} has {count}" for path, count in zip(files, counts, strict=True))
        yield Gap(
            Place(str(target), min(counts) + 1),
            article,
            InputError(f"the files have different numbers of lines: {said}", remedy="Align them by line"),
        )


def table_pairs(path: Path, pair: Pair) -> Iterator[Located | Gap]:
    """The rows of a TSV file: source, target and where there is one a reference, in UTF-8.

    A first row may name the columns (source, target, reference, or the two languages). A row without a tab
    is a Gap.

    Raises:
        InputError: the file cannot be read or is not UTF-8.
    """
    order: tuple[str, ...] = ("source", "target", "reference")
    count = 0
    for number, line in enumerate(lines(path), start=1):
        cells = line.split("\t")
        names = [cell.strip().lower() for cell in cells]
        if number == 1 and _is_header(names, pair):
            named = {pair.source.lower(): "source", pair.target.lower(): "target"}
            order = tuple(named.get(name, name) for name in names)
            continue
        if not line.strip():
            continue
        starts = [sum(len(cell) + 1 for cell in cells[:at]) + 1 for at in range(len(cells))]
        row = {name: (cell, at) for name, cell, at in zip(order, cells, starts, strict=False)}
        count += 1
        if "source" not in row or "target" not in row:
            error = InputError(f"{path}, line {number}: no tab between source and target")
            yield Gap(Place(str(path), number), str(path), error)
            continue
        (own, at), (other, after) = row["source"], row["target"]
        yield Located(
            Bitext(own, other, pair, id=str(number), means=Means.MACHINE),
            Place(str(path), number, at),
            Place(str(path), number, after),
            str(path),
            count,
            reference=row["reference"][0] if "reference" in row else None,
        )


def lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file, without their ends.

    Raises:
        InputError: if it cannot be read or is not UTF-8.
    """
    number = 0
    try:
        with path.open("rb") as handle:
            for number, raw in enumerate(handle, start=1):
                yield raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", remedy="Check the name") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}, line {number}: not UTF-8 ({error.reason})", remedy="Convert it to UTF-8"
        ) from error


def _is_header(names: list[str], pair: Pair) -> bool:
    return {"source", "target"} <= set(names) or {pair.source.lower(), pair.target.lower()} <= set(names)
