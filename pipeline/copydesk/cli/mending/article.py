"""One article mended: its text printed or written, its edits and findings told."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import typer

from copydesk.cli.inputs import one, settings_of
from copydesk.cli.mending.records import edit_record, finding_record
from copydesk.data import Certainty, Edit, Finding
from copydesk.errors import ConfigError, InputError
from copydesk.ingest import read
from copydesk.run.prepare import prepare
from copydesk.store import outbox
from copydesk.text.apply import apply


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
    raw = one(file, settings)
    origin = settings_of(config)
    original = read(one(source, origin), origin.ingest) if source else None
    if original and languages[1]:
        original = replace(original, language=languages[1])
    draft = prepare(raw, settings, original=original)
    edits = [(repaired.block, edit) for repaired in draft.repairs for edit in repaired.edits]
    findings = [finding for finding in draft.findings if finding.rule == "placeholder"]
    if as_json:
        typer.echo(_report(file, edits, findings))
    elif raw.format in ("plain", "markdown"):
        text = _mended(raw.data, {b.id: b.text for b in draft.article.blocks}, edits, file)
        if write:
            outbox.write(Path(file), [text.encode()])
        else:
            sys.stdout.write(text)
    else:
        raise ConfigError(f"{file}: only text and Markdown are rewritten", remedy="Use --json for the edits")
    _tell(edits, findings)
    return 1 if findings else 0


def _report(file: str, edits: list[tuple[str, Edit]], findings: list[Finding]) -> str:
    report = {
        "file": file,
        "edits": [{"block": block} | edit_record(edit) for block, edit in edits],
        "findings": [finding_record(finding) for finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _mended(data: bytes, blocks: dict[str, str], edits: list[tuple[str, Edit]], name: str) -> str:
    """The file's own text with the edits made where each block stands in it; all else stays as it is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8", remedy="Convert it, or use --json") from error
    placed: list[Edit] = []
    position = 0
    for block, own in blocks.items():
        start = text.find(own, position)
        mine = [edit for at, edit in edits if at == block and edit.certainty is not Certainty.UNKNOWN]
        if start < 0:
            if mine:
                raise InputError(
                    f"{name}: block {block} has inline markup", remedy="Use --json for the edits"
                )
            continue
        placed += [replace(edit, span=edit.span.shift(start)) for edit in mine]
        position = start + len(own)
    return apply(text, placed)


def _tell(edits: list[tuple[str, Edit]], findings: list[Finding]) -> None:
    for _, edit in edits:
        if edit.certainty is not Certainty.UNKNOWN:
            sys.stderr.write(f"repaired  {edit.before!r} -> {edit.after!r}: {edit.evidence}\n")
    for finding in findings:
        sys.stderr.write(f"open      {finding.message}\n")
