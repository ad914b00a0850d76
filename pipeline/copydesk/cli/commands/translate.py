"""``copydesk translate --lines``: one line in, one line out, through the same desk."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated

import typer

from copydesk.cli.inputs import glossary_of, lines_of, settings_of
from copydesk.cli.options import ConfigFile, EngineName, GlossaryFile, PivotLanguage
from copydesk.data import Pair, Request
from copydesk.formats.language_tag import required_tag
from copydesk.translate.desk import TranslationDesk, open_desk
from copydesk.translate.request import request

BATCH = 256


def translate(
    lines: Annotated[
        str, typer.Option("--lines", metavar="FILE", help="One segment a line, UTF-8; - for standard input.")
    ],
    source: Annotated[str, typer.Option("--from", metavar="LANG", help="Source language (BCP 47).")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Target language (BCP 47).")],
    engine: EngineName = None,
    pivot: PivotLanguage = None,
    glossary: GlossaryFile = None,
    house_numbers: Annotated[
        bool | None,
        typer.Option(
            "--house-numbers/--no-house-numbers", help="Print numbers as the press does; default: yes."
        ),
    ] = None,
    config: ConfigFile = None,
) -> int:
    r"""Translate line by line, to standard output: line n of the output answers line n of the input.

    \b
    Examples:
      copydesk translate --lines news.es --from es --to fr > news.fr
      echo 'Buenos días.' | copydesk translate --lines - --from es --to fr
    """
    chosen = {"engine": engine, "pivot": pivot, "house_numbers": house_numbers}
    settings = settings_of(config, translate=chosen, run={"glossary": glossary})
    terms = glossary_of(settings)
    pair = Pair(required_tag(source, "--from"), required_tag(to, "--to"))
    with contextlib.closing(open_desk(settings.translate)) as desk:
        asked = (request(line, pair, terms, settings.translate) for line in _lines(lines))
        for text in _answers(asked, desk):
            sys.stdout.write(text.replace("\n", " ") + "\n")
    return 0


def _answers(asked: Iterable[Request], desk: TranslationDesk) -> Iterator[str]:
    stream = iter(asked)
    while batch := list(islice(stream, BATCH)):
        answers = iter(desk.translate([one for one in batch if one.text.strip()]))
        for one in batch:
            yield next(answers).text if one.text.strip() else ""


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from (line.rstrip("\r\n") for line in sys.stdin)
    else:
        yield from lines_of(name)
