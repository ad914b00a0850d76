"""``copydesk doctor``: what is installed, which pairs work, what to install."""

from __future__ import annotations

import importlib.metadata
import itertools
import json as json_module
import platform
import shutil
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from copydesk.data import Pair
from copydesk.errors import CopydeskError
from copydesk.languages import KNOWN
from copydesk.translate import ENGINES
from copydesk.translate.auto import routed
from copydesk.translate.legs import NEURAL, models_of
from copydesk.translate.options import TranslateOptions
from copydesk.version import __version__

ADVICE = (
    "apt-get install apertium apertium-fr-es apertium-spa-cat apertium-fra-cat apertium-eng-spa"
    " apertium-es-pt apertium-por-cat apertium-spa-ita apertium-cat-ita"
)
PROGRAMS = {"apertium": ADVICE, "lt-proc": ADVICE}
PACKAGES = ("langdetect", "py3langid", "lxml", "pydantic", "jinja2")


def doctor(
    json: Annotated[bool, typer.Option("--json", help="As JSON on standard output.")] = False,
) -> int:
    """Say what is installed, which language pairs work, and what to install.

    Exit code 0 if at least one pair can be translated, else 3.
    """
    programs = {name: shutil.which(name) for name in PROGRAMS}
    packages = {name: importlib.metadata.version(name) for name in PACKAGES}
    engines, problems = _engines()
    works = any(engines.values())
    if json:
        report = {
            "copydesk": __version__,
            "python": platform.python_version(),
            "programs": programs,
            "packages": packages,
            "engines": engines,
            "problems": problems,
            "auto": _routes(),
        }
        typer.echo(json_module.dumps(report, indent=2))
        return 0 if works else 3
    console = Console()
    console.print(f"copydesk {__version__} on Python {platform.python_version()}", highlight=False)
    rows = Table(show_header=False, box=None, pad_edge=False)
    for name, path in programs.items():
        rows.add_row(name, f"[green]{path}[/]" if path else f"[red]missing[/]: {PROGRAMS[name]}")
    for name, version in packages.items():
        rows.add_row(name, version)
    for name, pairs in engines.items():
        shown = ", ".join(pairs) if pairs else "[yellow]no pairs[/]"
        rows.add_row(f"engine {name}", problems.get(name, shown))
    for pair, (first, *more) in _routes().items():
        rows.add_row(f"auto {pair}", first + (f" [dim]({len(more)} more to fall back on)[/]" if more else ""))
    console.print(rows)
    if not works:
        console.print(f"[red]Nothing can be translated yet.[/] For Spanish to French: {ADVICE}")
    return 0 if works else 3


def _engines() -> tuple[dict[str, list[str]], dict[str, str]]:
    pairs: dict[str, list[str]] = {}
    problems: dict[str, str] = {}
    for name in ENGINES.names():
        if name == "identity":
            continue
        if name in NEURAL:  # the cards tell; loading the runtimes takes seconds
            pairs[name] = sorted({str(pair) for model in models_of(name) for pair in model.card.pairs})
            continue
        try:
            engine = ENGINES.load(name)(TranslateOptions())
            pairs[name] = [str(pair) for pair in engine.pairs()]
            engine.close()
        except CopydeskError as error:
            pairs[name], problems[name] = [], str(error)
    return pairs, problems


def _routes() -> dict[str, list[str]]:
    """The routes of "auto" for each pair of the desk's own languages, best first, each with its reason."""
    (auto,) = routed(TranslateOptions())
    found = {
        str(pair): [ranked.shown for ranked in auto.routes(pair)]
        for pair in (Pair(*ends) for ends in itertools.permutations(KNOWN, 2))
    }
    auto.close()
    return {pair: routes for pair, routes in found.items() if routes}
