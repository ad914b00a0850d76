"""One article mended: its text printed or written, its edits and findings told."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from copydesk.cli.inputs import every, one, settings_of
from copydesk.cli.mending.records import edit_record, finding_record
from copydesk.data import Certainty, Draft, Edit, Finding
from copydesk.errors import ConfigError, InputError
from copydesk.formats.write_back import written_back
from copydesk.ingest import read
from copydesk.ingest.decode import decode
from copydesk.run.prepare import prepare
from copydesk.store import outbox


def mend_article(
    file: str,
    source: str | None,
    languages: tuple[str | None, str | None],
    *,
    accept: str | None,
    as_json: bool,
    write: bool,
    config: Path | None,
) -> int:
    """Mend ``file``, an article in ``languages[0]``, from ``source`` in ``languages[1]``; the exit code.

    Raises:
        ConfigError, InputError: a file cannot be read, or its format cannot be rewritten.
    """
    settings = settings_of(config, detect={"source": languages[0]}, repair={"accept": accept})
    raws = every(file, settings)
    origin = settings_of(config)
    original = read(one(source, origin), origin.ingest) if source else None
    if original and languages[1]:
        original = replace(original, language=languages[1])
    drafts = [prepare(raw, settings, original=original) for raw in raws]
    edits = [(found.block, edit) for draft in drafts for found in draft.repairs for edit in found.edits]
    findings = [finding for draft in drafts for finding in draft.findings if finding.rule == "placeholder"]
    if as_json:
        typer.echo(_report(file, edits, findings))
    else:
        data = _mended(file, raws[0].format, drafts)
        if write:
            outbox.write(Path(file), [data])
        elif raws[0].format == "docx":
            raise ConfigError(f"{file}: a Word document cannot be printed", remedy="Give --write, or --json")
        else:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
    _tell(edits, findings)
    return 1 if findings else 0


def _report(file: str, edits: list[tuple[str, Edit]], findings: list[Finding]) -> str:
    report = {
        "file": file,
        "edits": [{"block": block} | edit_record(edit) for block, edit in edits],
        "findings": [finding_record(finding) for finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _mended(file: str, form: str, drafts: Sequence[Draft]) -> bytes:
    """The file's own bytes with the edits made where each block stands in it; all else stays as it is."""
    data = Path(file).read_bytes()
    charset = "utf-8" if form == "docx" else decode(data, file).charset
    repairs = [
        (
            (*draft.article.blocks, *draft.article.texts),
            {found.block: found.edits for found in draft.repairs},
        )
        for draft in drafts
    ]
    if form != "docx" and data.decode(charset, "replace").encode(charset, "replace") != data:
        raise InputError(f"{file}: some of its bytes are no {charset}", remedy="Convert it to UTF-8")
    mended, lost = written_back(data, charset, form, repairs)
    if lost:
        raise InputError(
            f"{file}: the text of {', '.join(lost)} does not stand in the file as it is read",
            remedy="Use --json for the edits",
        )
    return mended


def _tell(edits: list[tuple[str, Edit]], findings: list[Finding]) -> None:
    for block, edit in edits:
        if edit.certainty is not Certainty.UNKNOWN:
            place = f"{block}:{edit.span.start + 1}"
            told = f"{edit.before!r} -> {edit.after!r}: {edit.evidence}"
            sys.stderr.write(f"repaired  {place} {told}\n")
    for finding in findings:
        at = f"{finding.target[0].start + 1}" if finding.target else "1"
        sys.stderr.write(f"open      {finding.block}:{at} {finding.message}\n")
