"""``copydesk check``: translations against the rules, with a verdict for machines."""

from __future__ import annotations

import datetime
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from copydesk.cli.action import run_action
from copydesk.cli.garbage import collect_seldom
from copydesk.cli.inputs import glossary_of, matched, settings_of
from copydesk.cli.options import ConfigFile, GlossaryFile
from copydesk.cli.watching import again
from copydesk.config.settings import Settings
from copydesk.data import Vote
from copydesk.detect.registry import DETECTORS
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.gate.baseline import Baseline, read_baseline
from copydesk.gate.changed import changed_lines, only_changed
from copydesk.gate.examine import Report, Setup, examine
from copydesk.gate.inputs import Inputs
from copydesk.gate.metrics import METRICS, USUAL
from copydesk.gate.report import REPORTERS
from copydesk.gate.report.terminal import show
from copydesk.store import outbox
from copydesk.store.address import address


class FailOn(StrEnum):
    """The least severity that shuts the gate."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Require(StrEnum):
    """A state that targets must have reached."""

    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


def check(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TARGET...]",
            help="XLIFF, TMX, PO, TSV, CSV, packages of Trados and memoQ, a folder, a store, a pattern.",
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Source: one segment a line, JSON, ARB, Word, HTML, Markdown."),
    ] = None,
    target: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its translation, in the same form.")
    ] = None,
    reference: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A translation by people, for metrics.")
    ] = None,
    source_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    target_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Least severity that shuts the gate.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What is known already does not count.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write --baseline anew; only incomplete input fails.")
    ] = False,
    require: Annotated[
        Require | None, typer.Option(help="The least state that XLIFF must give every target.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Hold XLIFF 2 to its schemas and constraints.")
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="COMMIT", help="Only lines that changed since then, as git says.")
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again at every change, until interrupted (Ctrl-C).")
    ] = False,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="bleu, chrf, chrf++, ter, comet ... (with references)."),
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=FILE", help="json, junit, sarif, github, summary, gitlab, html; - for stdout."
        ),
    ] = None,
    glossary: GlossaryFile = None,
    config: ConfigFile = None,
    show_most: Annotated[int, typer.Option("--show", metavar="N", help="Findings shown here.")] = 20,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing but reports and errors.")] = False,
    github_action: Annotated[
        bool, typer.Option("--github-action", help="Take all arguments from the inputs of the GitHub Action.")
    ] = False,
) -> int:
    r"""Check translations and say by the exit code whether they may pass.

    \b
    Exit codes: 0 pass, 1 gate failed, 2 usage or configuration, 3 engine or internal error,
    4 incomplete input (missing lines, untranslated segments, damaged files).

    \b
    Examples:
      copydesk check --source news.es --target news.fr
      copydesk check out/                              what `copydesk run --out out` published
      copydesk check story.xlf memory.tmx --report sarif=copydesk.sarif --report junit=copydesk.xml
      copydesk check out/ --baseline copydesk.baseline.json
      copydesk check 'export/**/*.xlf' --require reviewed --strict
      copydesk check project.sdlxliff locales/fr.po locales/ --source-language en
      copydesk check --source en.json --target fr.json --watch
      copydesk check news.es-fr.tsv --since HEAD
      copydesk check --source a.es --target a.fr --reference ref.fr --metric bleu --metric chrf
    """
    if github_action:
        return run_action(os.environ)
    reports = _reports(report or ())
    if update_baseline and baseline is None:
        raise ConfigError("--update-baseline needs a file", remedy="Give --baseline FILE")
    if update_baseline and since is not None:
        raise ConfigError("a baseline holds everything", remedy="Leave out --since or --update-baseline")
    inputs = Inputs(
        tuple(address(name) for name in matched(targets or ())),
        source,
        target,
        reference,
        required_tag(source_language, "--source-language") if source_language else None,
        required_tag(target_language, "--target-language") if target_language else None,
        strict,
    )
    collect_seldom()

    def once() -> int:
        settings = settings_of(
            config,
            gate={"fail_on": fail_on.value if fail_on else None},
            verify={"require": require.value if require else None},
            run={"glossary": glossary},
        )
        known = Baseline() if baseline is None or update_baseline else read_baseline(baseline)
        setup = _setup(settings, known, metric, referenced=reference is not None)
        pairs = inputs.pairs()
        if since is not None:
            pairs = only_changed(pairs, changed_lines(since, Path.cwd()))
        result = examine(pairs, replace(setup, partial=since is not None))
        for kind, path in reports:
            _write(kind, path, result)
        if baseline is not None and update_baseline:
            outbox.write(baseline, [result.baseline.encode()])
        if not quiet:
            console = Console(stderr=any(path == "-" for _, path in reports), highlight=False)
            show(result, console, most=show_most)
        if update_baseline:
            return 4 if result.exit_code == 4 else 0
        return result.exit_code

    if not watch:
        return once()
    written = [Path(path) for _, path in reports if path != "-"] + ([baseline] if baseline else [])
    read = [path for path in (config, glossary) if path]
    return again(once, [*inputs.files(), *read], spare=written)


def _setup(settings: Settings, known: Baseline, metric: list[str] | None, *, referenced: bool) -> Setup:
    names = tuple(metric or (USUAL if referenced else ()))
    for name in names:
        METRICS.load(name)
    return Setup(
        settings.gate,
        settings.verify,
        today=datetime.date.today(),
        glossary=glossary_of(settings),
        classify=Classifier(settings),
        baseline=known,
        metrics=names,
    )


class Classifier:
    """A second opinion on languages; its model is read when it is first asked."""

    def __init__(self, settings: Settings) -> None:
        self._languages = settings.detect.languages
        self._detectors: dict[str, Any] = {}

    def __call__(self, text: str, wanted: str) -> Vote:
        """The language of ``text`` among the settings' and ``wanted``; none if it does not know that."""
        if (detector := self._detectors.get(wanted)) is None:
            languages = {*self._languages, wanted}
            detector = self._detectors[wanted] = DETECTORS.load("py3langid")(sorted(languages))
        vote: Vote = detector.vote([text])[0]
        return vote if wanted in detector.languages else Vote(vote.detector, None, 0.0)


def _reports(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Kind and place of each report.

    Raises:
        ConfigError: one names no file, or two go to one place.
    """
    found = []
    for text in texts:
        kind, _, path = text.partition("=")
        if not path:
            raise ConfigError(f"--report {text!r} names no file", remedy=f"Write --report {kind}=FILE")
        REPORTERS.load(kind)
        found.append((kind, path))
    places = Counter(path if path == "-" else str(Path(path).resolve()) for _, path in found)
    if twice := [path for path, count in places.items() if count > 1]:
        where = "standard output" if twice[0] == "-" else twice[0]
        raise ConfigError(f"two reports go to {where}", remedy="Give each a file of its own")
    return found


def _write(kind: str, path: str, result: Report) -> None:
    text: str = REPORTERS.load(kind)(result)
    if path == "-":
        sys.stdout.write(text)
        return
    place = Path(path)
    outbox.write(place, [text.encode("utf-8", "replace")])
