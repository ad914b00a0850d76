"""``copydesk repair``: number placeholders mended, each with its proof."""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from copydesk.cli.inputs import lines_of, one, settings_of
from copydesk.data import Certainty, Edit, Finding
from copydesk.errors import ConfigError, InputError
from copydesk.ingest import read
from copydesk.repair import repair_lines
from copydesk.run.prepare import prepare
from copydesk.store import outbox
from copydesk.text.apply import apply


def repair(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The text to mend.")],
    source: Annotated[
        str | None, typer.Option("--source", metavar="FILE", help="What it was translated from.")
    ] = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="One segment a line, aligned by line number.")
    ] = False,
    language: Annotated[str | None, typer.Option(metavar="LANG", help="Language of FILE.")] = None,
    source_language: Annotated[
        str | None, typer.Option(metavar="LANG", help="Language of the source.")
    ] = None,
    accept: Annotated[
        str | None, typer.Option(metavar="certain|likely", help="Least certainty to apply.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Edits and findings as JSON; with --lines one object a line.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Change FILE instead of printing.")] = False,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Configuration, TOML.")] = None,
) -> int:
    r"""Mend number placeholders (XNUMX) and slid numbers. Nothing is invented: what is not proved is flagged.

    Exit code 0 if nothing is left to explain, 1 if placeholders remain.

    \b
    Examples:
      copydesk repair page.fr.txt --source page.es.txt
      copydesk repair segments.fr --lines --language fr --source segments.es --source-language es
    """
    if lines:
        if language is None or (source and source_language is None):
            raise ConfigError(
                "--lines needs to know the languages", remedy="Give --language (and --source-language)"
            )
        return _lines(file, source, language, source_language, json=json, write=write)
    settings = settings_of(config, detect={"source": language}, repair={"accept": accept})
    raw = one(file, settings)
    origin = settings_of(config)
    original = read(one(source, origin), origin.ingest) if source else None
    if original and source_language:
        original = replace(original, language=source_language)
    draft = prepare(raw, settings, original=original)
    edits = [(repaired.block, edit) for repaired in draft.repairs for edit in repaired.edits]
    findings = [finding for finding in draft.findings if finding.rule == "placeholder"]
    if json:
        typer.echo(
            json_module.dumps(
                {
                    "file": file,
                    "edits": [{"block": block} | _edit(edit) for block, edit in edits],
                    "findings": [_finding(finding) for finding in findings],
                },
                ensure_ascii=False,
                indent=2,
            )
        )
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


def _lines(
    file: str, source: str | None, language: str, source_language: str | None, *, json: bool, write: bool
) -> int:
    left = 0

    def out() -> Iterator[str]:
        nonlocal left
        sources = lines_of(source) if source else None
        found = repair_lines(lines_of(file), sources, language=language, source_language=source_language)
        for number, repaired in enumerate(found, start=1):
            left += bool(repaired.findings)
            yield _line(number, repaired) if json else repaired.text

    try:
        if write:
            outbox.write(Path(file), (f"{text}\n".encode() for text in out()))
        else:
            _print(out())
    except ValueError as error:
        raise ConfigError(
            f"{file} and {source} have different numbers of lines", remedy="Align them first"
        ) from error
    return 1 if left else 0


def _print(texts: Iterable[str]) -> None:
    for text in texts:
        sys.stdout.write(f"{text}\n")


def _line(number: int, repaired: Any) -> str:
    return json_module.dumps(
        {
            "line": number,
            "text": repaired.text,
            "edits": [_edit(edit) for edit in repaired.edits],
            "findings": [_finding(finding) for finding in repaired.findings],
        },
        ensure_ascii=False,
    )


def _edit(edit: Edit) -> dict[str, Any]:
    record = asdict(edit)
    record["span"] = [edit.span.start, edit.span.end]
    record["reason"] = record.pop("evidence")
    return record


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "block": finding.block,
        "spans": [[span.start, span.end] for span in finding.target],
    }


def _tell(edits: list[tuple[str, Edit]], findings: list[Finding]) -> None:
    for _, edit in edits:
        if edit.certainty is not Certainty.UNKNOWN:
            sys.stderr.write(f"repaired  {edit.before!r} -> {edit.after!r}: {edit.evidence}\n")
    for finding in findings:
        sys.stderr.write(f"open      {finding.message}\n")
