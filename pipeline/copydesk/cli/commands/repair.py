"""``copydesk repair``: number placeholders mended, each with its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from copydesk.cli.mending.article import mend_article
from copydesk.cli.mending.corpus import is_corpus, mend_corpus
from copydesk.cli.mending.segments import mend_segments
from copydesk.cli.options import ConfigFile
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.run.corpus import Shape
from copydesk.run.corpus.shape import UNKNOWN


def repair(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="The texts to mend, or globs.")],
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
        str | None, typer.Option(metavar="certain|likely", help="Least certainty to apply; articles only.")
    ] = None,
    json: Annotated[
        bool,
        typer.Option(
            "--json",
            help="Edits and findings as JSON; with --lines one object a line; the report of a corpus.",
        ),
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Change FILE instead of printing.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Corpus: write the results below DIR.")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Corpus: key or column of the text; a number in TSV, from 1."),
    ] = None,
    source_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="Corpus: key or column of its source.")
    ] = None,
    language_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="Corpus: key or column of its language.")
    ] = None,
    edits: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Corpus: every edit and finding, as JSON lines.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Corpus: processes; as many as cores by default.")
    ] = None,
    config: ConfigFile = None,
) -> int:
    r"""Mend number placeholders (XNUMX) and slid numbers. Nothing is invented: what is not proved is flagged.

    One file is an article (text, Markdown, HTML, ninjs, Word, a WordPress export), or segments with --lines.
    Several files, globs, .jsonl, .tsv, .parquet, .gz and .zst are a corpus: streamed over all cores, with a
    report by kind and language; without --write or --out
    nothing is changed.

    Exit code 0 if nothing is left to explain, 1 if placeholders remain, 4 if some of a corpus cannot be read.

    \b
    Examples:
      copydesk repair page.fr.txt --source page.es.txt
      copydesk repair page.fr.html --source page.es.html --write
      copydesk repair segments.fr --lines --language fr --source segments.es --source-language es
      copydesk repair 'crawl/*.txt.gz' --language fr
      copydesk repair pairs.jsonl --field fr --source-field es --language fr --source-language es --out mended
      copydesk repair pairs.tsv.zst --field 2 --source-field 1 --language fr --source-language es --write
    """
    corpus_only = {
        "--out": out,
        "--field": field,
        "--source-field": source_field,
        "--language-field": language_field,
        "--edits": edits,
        "--jobs": jobs,
    }
    given = [flag for flag, value in corpus_only.items() if value is not None]
    if given or is_corpus(files, lines=lines):
        _refuse(source=source, accept=accept, config=config, both=bool(out and write))
        spoken, original = (
            required_tag(tag, flag) if tag else UNKNOWN
            for tag, flag in ((language, "--language"), (source_language, "--source-language"))
        )
        shape = Shape(field, source_field, language_field, spoken, original)
        return mend_corpus(files, shape, out=out, write=write, edits=edits, jobs=jobs, json_report=json)
    languages = (language, source_language)
    if lines:
        return mend_segments(files[0], source, languages, as_json=json, write=write)
    return mend_article(files[0], source, languages, accept=accept, as_json=json, write=write, config=config)


def _refuse(*, source: str | None, accept: str | None, config: Path | None, both: bool) -> None:
    """Say what a corpus cannot take."""
    if source is not None:
        raise ConfigError(
            "--source belongs to one file",
            remedy="Keep source and text in one record and give --source-field",
        )
    if accept not in (None, "certain"):
        raise ConfigError("evidence for likely values comes from one article", remedy="Leave --accept out")
    if config is not None:
        raise ConfigError("a corpus is repaired without a configuration", remedy="Leave --config out")
    if both:
        raise ConfigError("--write changes the files, --out writes others", remedy="Give one of them")
