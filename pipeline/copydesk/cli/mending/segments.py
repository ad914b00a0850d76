"""Segments mended, one a line, aligned with the lines of their source."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from copydesk.cli.inputs import lines_of
from copydesk.cli.mending.records import edit_record, finding_record
from copydesk.data import Certainty, Severity
from copydesk.errors import ConfigError
from copydesk.numbers import Repair
from copydesk.repair import repair_lines
from copydesk.run.corpus.compression import blocks
from copydesk.run.corpus.scan import damaged
from copydesk.store import outbox

_BATCH = 1000
_RETURNS = re.compile(rb"\r+(?=\n|\Z)")


def mend_segments(
    file: str, source: str | None, languages: tuple[str | None, str | None], *, as_json: bool, write: bool
) -> int:
    """Mend the lines of ``file``, in ``languages[0]``, from those of ``source``; the exit code.

    Raises:
        ConfigError: a language is missing, a file cannot be read, or the two have unequal lengths.
    """
    language, source_language = languages
    if language is None or (source and source_language is None):
        raise ConfigError(
            "--lines needs to know the languages", remedy="Give --language (and --source-language)"
        )
    left = 0

    def out() -> Iterator[bytes]:
        nonlocal left
        for data, open_ in (_records if as_json else _texts)(file, source, language, source_language):
            left += open_
            yield data

    try:
        if write:
            outbox.write(Path(file), out())
        else:
            for data in out():
                sys.stdout.write(data.decode())
    except ValueError as error:
        raise ConfigError(
            f"{file} and {source} have different numbers of lines", remedy="Align them first"
        ) from error
    return 1 if left else 0


def _records(
    file: str, source: str | None, language: str, source_language: str | None
) -> Iterator[tuple[bytes, int]]:
    """Each line as a JSON object, and whether something of it is left open."""
    sources = lines_of(source) if source else None
    found = repair_lines(lines_of(file), sources, language=language, source_language=source_language)
    for number, repaired in enumerate(found, start=1):
        yield f"{_line(number, repaired)}\n".encode(), bool(repaired.findings)


def _line(number: int, repaired: Repair) -> str:
    return json.dumps(
        {
            "line": number,
            "text": repaired.text,
            "edits": [edit_record(edit) for edit in repaired.edits],
            "findings": [finding_record(finding) for finding in repaired.findings],
        },
        ensure_ascii=False,
    )


def _texts(
    file: str, source: str | None, language: str, source_language: str | None
) -> Iterator[tuple[bytes, int]]:
    """The lines in large pieces, and how many of them are left open.

    With a source every line is weighed against its own; without, nothing can change, so clean lines cost a
    scan.

    Raises:
        ValueError: the source has more or fewer lines.
    """
    if source:
        targets, sources = (map(bytes.decode, _single(name)) for name in (file, source))
        found = repair_lines(targets, sources, language=language, source_language=source_language)
        numbers = count(1)
        while batch := list(islice(found, _BATCH)):
            for number, repaired in zip(numbers, batch, strict=False):
                _tell(file, number, repaired)
            text = "".join(f"{repaired.text}\n" for repaired in batch)
            yield text.encode(), sum(bool(repaired.findings) for repaired in batch)
        return
    line = 1
    for data in _pieces(file):
        left = 0
        for start, end in damaged(data):
            (repaired,) = repair_lines([data[start:end].decode()], language=language)
            _tell(file, line + data.count(b"\n", 0, start), repaired)
            left += bool(repaired.findings)
        line += data.count(b"\n")
        yield data, left


def _tell(file: str, line: int, repaired: Repair) -> None:
    """Say on standard error what of a line was repaired and what was left: where, what belongs there."""
    for edit in repaired.edits:
        if edit.certainty is not Certainty.UNKNOWN:
            place = f"{file}:{line}:{edit.span.start + 1}"
            print(f"{place}: repaired {edit.before!r} -> {edit.after!r}: {edit.evidence}", file=sys.stderr)
    candidates = {
        edit.span: edit.candidates for edit in repaired.edits if edit.certainty is Certainty.UNKNOWN
    }
    for finding in repaired.findings:
        if finding.severity is Severity.NOTE:
            continue
        span = finding.target[0] if finding.target else None
        may = ", ".join(candidates.get(span, ())) if span else ""
        print(
            f"{file}:{line}:{span.start + 1 if span else 1}: {finding.message}"
            + (f" (the source has left: {may})" if may else ""),
            file=sys.stderr,
        )


def _single(name: str) -> Iterator[bytes]:
    for data in _pieces(name):
        yield from data[:-1].split(b"\n")


def _pieces(name: str) -> Iterator[bytes]:
    """Whole lines of a UTF-8 file, a megabyte or so at a time, each ending in a line feed alone.

    Raises:
        ConfigError: if it cannot be read or is not UTF-8.
    """
    rest = b""
    try:
        with Path(name).open("rb") as handle:
            for piece, _ in blocks(handle):
                rest += piece
                if rest.endswith(b"\n"):
                    yield _checked(rest, name)
                    rest = b""
    except OSError as error:
        raise ConfigError(f"{name} cannot be read: {error.strerror}", remedy="Check the name") from error
    if rest:
        yield _checked(rest + b"\n", name)


def _checked(data: bytes, name: str) -> bytes:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name} is not UTF-8 ({error.reason})", remedy="Convert it to UTF-8") from error
    return _RETURNS.sub(b"", data) if b"\r" in data else data
