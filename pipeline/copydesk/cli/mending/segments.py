"""Segments mended, one a line, aligned with the lines of their source."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from copydesk.cli.inputs import lines_of
from copydesk.cli.mending.records import edit_record, finding_record
from copydesk.errors import ConfigError
from copydesk.numbers import Repair
from copydesk.repair import repair_lines
from copydesk.store import outbox


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

    def out() -> Iterator[str]:
        nonlocal left
        sources = lines_of(source) if source else None
        found = repair_lines(lines_of(file), sources, language=language, source_language=source_language)
        for number, repaired in enumerate(found, start=1):
            left += bool(repaired.findings)
            yield _line(number, repaired) if as_json else repaired.text

    try:
        if write:
            outbox.write(Path(file), (f"{text}\n".encode() for text in out()))
        else:
            for text in out():
                sys.stdout.write(f"{text}\n")
    except ValueError as error:
        raise ConfigError(
            f"{file} and {source} have different numbers of lines", remedy="Align them first"
        ) from error
    return 1 if left else 0


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
