"""``copydesk translate --lines``: one line in, one line out, with the checks and retries of a run."""

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
from copydesk.errors import EngineError, EngineGoneError, PairMissingError
from copydesk.formats.language_tag import required_tag
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.lines import translate_lines
from copydesk.translate.request import request
from copydesk.translate.translator import Translator, open_translator

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

    A line that breaks a check is asked for again, as in a run. One that no engine can translate is empty in
    the output, named on standard error, and makes the exit code 4.

    \b
    Examples:
      copydesk translate --lines news.es --from es --to fr > news.fr
      echo 'Buenos días.' | copydesk translate --lines - --from es --to fr
    """
    chosen = {"engine": engine, "pivot": pivot, "house_numbers": house_numbers}
    settings = settings_of(config, translate=chosen, run={"glossary": glossary})
    terms = glossary_of(settings)
    pair = Pair(required_tag(source, "--from"), required_tag(to, "--to"))
    acceptance = AcceptanceCheck(settings.verify, terms)
    refused = 0
    with contextlib.closing(open_translator(settings.translate)) as translator:
        asked = (request(line, pair, terms, settings.translate) for line in _lines(lines))
        for number, answer in enumerate(_answers(asked, translator, acceptance), 1):
            if isinstance(answer, EngineError):
                refused += 1
                typer.echo(f"{lines}:{number}: {answer}", err=True)
            sys.stdout.write(("" if isinstance(answer, EngineError) else answer.replace("\n", " ")) + "\n")
    return 4 if refused else 0


def _answers(
    asked: Iterable[Request], translator: Translator, acceptance: AcceptanceCheck
) -> Iterator[str | EngineError]:
    """The translation of each request, or why it has none.

    Raises:
        PairMissingError, EngineGoneError: there is no engine for any of them.
    """
    stream = iter(asked)
    while batch := list(islice(stream, BATCH)):
        worded = [one for one in batch if one.text.strip()]
        answers = translate_lines(worded, translator=translator, acceptance=acceptance, batch=BATCH)
        for one in batch:
            error = answers.refused.get(one)
            if isinstance(error, PairMissingError | EngineGoneError):
                raise error
            yield error or (answers.candidates[one].text if one.text.strip() else "")


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from (line.rstrip("\r\n") for line in sys.stdin)
    else:
        yield from lines_of(name)
