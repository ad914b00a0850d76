"""``copydesk run``: articles in, published versions out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from copydesk.cli.garbage import collect_seldom
from copydesk.cli.inputs import glossary_of, settings_of, skipped_files, tags_of
from copydesk.cli.options import (
    ConfigFile,
    EngineName,
    GlossaryFile,
    OutputFolder,
    PivotLanguage,
    RunStore,
    SourceLanguage,
    TargetLanguages,
)
from copydesk.cli.progress import shown
from copydesk.cli.report import as_json, stages, table
from copydesk.config.settings import Embeds, SlugLanguage
from copydesk.formats.language_tag import required_tag
from copydesk.run.events import ArticleDone, RouteTaken, RunDone
from copydesk.run.explain import explain
from copydesk.run.plan import make_plan
from copydesk.run.session import default_store, session
from copydesk.store import inbox
from copydesk.store.address import address


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    NEVER = "never"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Furniture(StrEnum):
    """What to do with page furniture."""

    SKIP = "skip"
    KEEP = "keep"
    TRANSLATE = "translate"


def run(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, URLs, or - .")
    ],
    to: TargetLanguages,
    out: OutputFolder,
    source: SourceLanguage = None,
    store: RunStore = None,
    engine: EngineName = None,
    pivot: PivotLanguage = None,
    glossary: GlossaryFile = None,
    furniture: Annotated[
        Furniture | None, typer.Option(help="Menus, forms, legal notices: default skip.")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Address of the site: relative links of the input resolve to it, published pages say where"
            " they are.",
        ),
    ] = None,
    slug: Annotated[
        SlugLanguage | None, typer.Option(help="Whose title names a folder: default source.")
    ] = None,
    embeds: Annotated[Embeds | None, typer.Option(help="Films, posts, maps in a page: default link.")] = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME[,NAME]", help="Publishers; default: all but site-markdown."),
    ] = None,
    config: ConfigFile = None,
    budget: Annotated[
        float | None,
        typer.Option(metavar="AMOUNT", help="The most that a chat server may cost in this run."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Processes for reading and finishing; default: one a core."),
    ] = None,
    explained: Annotated[
        bool, typer.Option("--explain", help="Show the stages and what is done already; change nothing.")
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 on findings from this severity on.")] = FailOn.NEVER,
    json: Annotated[bool, typer.Option("--json", help="Totals as JSON on standard output.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no table.")] = False,
) -> int:
    r"""Translate articles and publish aligned versions.

    Reads HTML, text, Markdown, Word (.docx), EPUB, RSS and Atom, WordPress exports, NewsML-G2, NITF, ninjs,
    JSON and JSONL, .srt and .vtt, and .gz of these; what a file is, its content tells. Word, EPUB and
    subtitles come out as such too. Can be interrupted at any moment: the same command goes on where it
    stopped, and a second run translates nothing.

    \b
    Examples:
      copydesk run articles/ --to fr --out out
      copydesk run articles/ --to fr,en,pt --out out
      copydesk run 'desk/*.html' --from es --to fr --out out --glossary terms.tsv
      copydesk run articles/ --to fr --out site/fr --base-url https://news.example/fr/ --slug target
      copydesk run content/posts/ --to fr --out out --format site-markdown,bilingual
      copydesk run https://example.org/story.html https://example.org/feed.xml --to fr --out out
      copydesk run archive/ --to fr --out out --jobs 4
      copydesk run archive/ --to fr --out out --explain
      copydesk run articles/ --to fr --out out --fail-on error --json
      copydesk run articles/ --to fr --out out --config chat.toml --budget 2.50
    """
    settings = settings_of(
        config,
        publish={
            "formats": tuple(formats.split(",")) if formats else None,
            "base_url": base_url,
            "slug": slug,
            "embeds": embeds,
        },
        ingest={"base_url": base_url},
        detect={"source": required_tag(source, "--from") if source else None},
        translate={
            "engine": engine,
            "pivot": pivot,
            "chat": {"budget": budget} if budget is not None else None,
        },
        segment={"furniture": furniture.value if furniture else None},
        run={"glossary": glossary, "jobs": jobs},
    )
    targets = tags_of(to, "--to")
    terms, place = glossary_of(settings), address(store) if store else default_store(out)
    if explained:
        for target in targets:
            plan = make_plan(settings, target=target, glossary=terms)
            stages(explain(inbox.collect(inputs, settings.ingest, apart=out), plan, place), Console())
        return 0
    collect_seldom()
    events = session(inputs, settings, targets=targets, glossary=terms, out=out, store=place)
    console = Console(stderr=True)
    total = inbox.count(inputs, settings.ingest)
    if not quiet and (left := inbox.skipped(inputs, settings.ingest)):
        console.print(skipped_files(left), highlight=False, markup=False)
    articles: list[ArticleDone] = []
    routes: list[RouteTaken] = []
    done = RunDone()
    for event in shown(events, total=total and total * len(targets), console=console, quiet=quiet):
        if isinstance(event, ArticleDone) and json:
            articles.append(event)
        if isinstance(event, RouteTaken):
            routes.append(event)
        if isinstance(event, RunDone):
            done = event
    if json:
        typer.echo(as_json(done, articles, routes))
    elif not quiet:
        table(done, routes, console=Console(), root=out)
    return done.exit_code or _gate(done, fail_on)


def _gate(done: RunDone, fail_on: FailOn) -> int:
    if fail_on is FailOn.NEVER:
        return 0
    order = ["note", "warning", "error"]
    return int(any(done.findings.get(name, 0) for name in order[order.index(fail_on.value) :]))
