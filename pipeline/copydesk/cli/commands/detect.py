"""``copydesk detect``: the language of files."""

from __future__ import annotations

import json as json_module
from typing import Annotated

import typer

from copydesk.cli.inputs import settings_of
from copydesk.cli.options import ConfigFile
from copydesk.cli.present import complain
from copydesk.data import Detection, Draft, Segment
from copydesk.errors import InputError
from copydesk.run.prepare import prepare
from copydesk.store.inbox import Refused, collect


def detect(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - .")],
    segments: Annotated[bool, typer.Option("--segments", help="Each segment's language too.")] = False,
    config: ConfigFile = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> int:
    r"""Tell the language of articles, with confidence and script.

    \b
    Examples:
      copydesk detect articles/
      copydesk detect story.html --segments --json
    """
    settings = settings_of(config)
    failed = 0
    for item in collect(inputs, settings.ingest):
        try:
            if isinstance(item, Refused):
                raise item.error
            draft = prepare(item, settings)
        except InputError as error:
            complain(error)
            failed += 1
            continue
        for line in _as_json(draft, segments) if json else _as_text(draft, segments):
            typer.echo(line)
    return 4 if failed else 0


def _as_text(draft: Draft, segments: bool) -> list[str]:
    document = draft.document
    if document is None:
        return []
    language = document.language or "unknown"
    lines = [f"{draft.article.origin.uri}\t{language}\t{document.confidence:.2f}\t{document.script or '-'}"]
    if segments:
        lines += [
            f"  {segment.id}\t{found.language or '-'}\t{found.confidence:.2f}\t{text}"
            for segment, found, text in _segments(draft)
        ]
    return lines


def _as_json(draft: Draft, segments: bool) -> list[str]:
    document = draft.document
    record: dict[str, object] = {"uri": draft.article.origin.uri}
    if document is not None:
        record |= {
            "language": document.language,
            "confidence": round(document.confidence, 4),
            "script": document.script,
            "votes": {vote.detector: vote.language for vote in document.votes},
        }
    record["findings"] = [finding.message for finding in draft.findings if "language" in finding.rule]
    if segments:
        record["segments"] = [
            {
                "id": segment.id,
                "language": found.language,
                "confidence": round(found.confidence, 4),
                "text": text,
            }
            for segment, found, text in _segments(draft)
        ]
    return [json_module.dumps(record, ensure_ascii=False)]


def _segments(draft: Draft) -> list[tuple[Segment, Detection, str]]:
    blocks = {block.id: block.text for block in draft.blocks}
    return [
        (segment, found, segment.span.of(blocks[segment.block]))
        for segment, found in zip(draft.segments, draft.languages, strict=True)
    ]
