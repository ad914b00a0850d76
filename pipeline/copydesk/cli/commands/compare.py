"""``copydesk compare``: translations of the same source side by side."""

from __future__ import annotations

import json as json_module
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk.cli.inputs import settings_of
from copydesk.cli.options import ConfigFile
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.gate.compare import Comparison, compare_systems
from copydesk.gate.inputs import Inputs
from copydesk.gate.line_files import line_pairs, lines
from copydesk.gate.located import Gap, Located
from copydesk.gate.material import Material, System
from copydesk.gate.report.page import render_comparison
from copydesk.gate.worddiff import word_diff
from copydesk.store import outbox


def compare(
    runs: Annotated[
        list[Path], typer.Argument(metavar="RUN_A RUN_B...", help="Output folders, stores, XLIFF; or text.")
    ],
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Source text: the runs are line-aligned text.")
    ] = None,
    reference: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A translation by people, line by line.")
    ] = None,
    source_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    target_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    metric: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Default: bleu, chrf.")] = None,
    unescape: Annotated[
        bool, typer.Option("--unescape", help="Decode HTML entities in the outputs first.")
    ] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the HTML report.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON on standard output.")] = False,
    config: ConfigFile = None,
    show_most: Annotated[int, typer.Option("--show", metavar="N", help="Worst regressions shown.")] = 5,
) -> int:
    r"""Compare engines or runs: scores, significance, what each is good at, and the worst regressions.

    Differences are those against the first run.

    \b
    Examples:
      copydesk compare a.fr b.fr c.fr --source news.es --reference ref.fr --html compare.html
      copydesk compare out-apertium/ out-neural/
    """
    if len(runs) < 2:
        raise ConfigError("one run cannot be compared", remedy="Name two or more")
    settings = settings_of(config)
    tags = (
        required_tag(source_language, "--source-language") if source_language else None,
        required_tag(target_language, "--target-language") if target_language else None,
    )
    material, systems = _aligned(runs, source, reference, tags) if source else _runs(runs, tags)
    if unescape:
        systems = [system.decoded() for system in systems]
    names = tuple(metric or ("bleu", "chrf"))
    result = compare_systems(material, systems, settings.gate, metrics=names)
    if html:
        outbox.write(html, [render_comparison(result).encode("utf-8", "replace")])
    if json:
        typer.echo(json_module.dumps({"version": 1} | asdict(result), ensure_ascii=False, indent=1))
    else:
        _show(result, Console(highlight=False), show_most)
    return 0


def _aligned(
    runs: list[Path], source: Path, reference: Path | None, tags: tuple[str | None, str | None]
) -> tuple[Material, list[System]]:
    pair = Inputs(source=source, target=runs[0], source_language=tags[0], target_language=tags[1]).pair()
    found: list[Located] = []
    for item in line_pairs(source, runs[0], pair, reference=reference):
        if isinstance(item, Gap):
            raise item.error
        found.append(item)
    systems = [System(name, tuple(lines(path))) for name, path in zip(_names(runs), runs, strict=True)]
    for system in systems:
        if len(system.targets) != len(found):
            raise ConfigError(
                f"{system.name} has {len(system.targets)} lines, the source has {len(found)}",
                remedy="Align them by line",
            )
    material = Material(
        pair,
        tuple(item.bitext.source for item in found),
        ("",) * len(found),
        tuple(item.reference or "" for item in found) if reference else (),
    )
    return material, systems


def _runs(runs: list[Path], tags: tuple[str | None, str | None]) -> tuple[Material, list[System]]:
    """Runs by their own segments; those that all runs have, in the order of the first."""
    tables: list[dict[tuple[str, str, int], Located]] = []
    for path in runs:
        seen: Counter[tuple[str, str]] = Counter()
        table: dict[tuple[str, str, int], Located] = {}
        for item in Inputs((path,), source_language=tags[0], target_language=tags[1]).pairs():
            if isinstance(item, Gap):
                raise item.error
            key = (item.article, item.bitext.source)
            table[(*key, seen[key])] = item
            seen[key] += 1
        tables.append(table)
    shared = [key for key in tables[0] if all(key in table for table in tables)]
    if not shared:
        raise ConfigError("the runs have no segment in common", remedy="Compare runs over the same articles")
    pair = tables[0][shared[0]].bitext.pair
    material = Material(pair, tuple(key[1] for key in shared), tuple(key[0] for key in shared))
    systems = [
        System(name, tuple(table[key].bitext.target for key in shared))
        for name, table in zip(_names(runs), tables, strict=True)
    ]
    return material, systems


def _names(runs: list[Path]) -> list[str]:
    """File names without what all of them begin and end with."""
    names = [path.name or str(path) for path in runs]
    if len(set(names)) < len(names):
        return [str(path) for path in runs]
    start, end = _shared(names), _shared([name[::-1] for name in names])
    return [name[start : len(name) - end] or name for name in names]


def _shared(names: list[str]) -> int:
    """How many characters all names begin with, up to the last full stop among them."""
    length = 0
    for chars in zip(*names, strict=False):
        if len(set(chars)) > 1:
            break
        length += 1
    return names[0].rfind(".", 0, length) + 1


def _show(result: Comparison, console: Console, most: int) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("system")
    for name in (*result.scores, "number F1", "errors", "warnings", "entities"):
        table.add_column(name, justify="right")
    for at, system in enumerate(result.systems):
        cells = [_score(result, name, at) for name in result.scores]
        cells += [f"{result.rates[at].number_f1:.4f}", str(result.errors[at]), str(result.warnings[at])]
        table.add_row(system, *cells, str(result.escaped[at]))
    console.print(table)
    console.print(
        Text(f"{result.segments} segments, {result.pair}; * significant against {result.systems[0]}")
    )
    for name, scores in result.scores.items():
        console.print(Text(f"{name}: {scores[0].signature}", style="dim"))
    if any(result.escaped):
        console.print(
            Text("Some outputs hold HTML entities: decode them, or try --unescape", style="bold red")
        )
    _groups(result, console)
    for system, regressions in result.regressions.items():
        for item in regressions[:most]:
            console.print(
                Text(f"\n{system} loses {item.loss:.1f} chrF at segment {item.number}", style="bold")
            )
            console.print(Text(f"  source     {item.source}"), soft_wrap=True)
            console.print(Text(f"  reference  {item.reference}"), soft_wrap=True)
            row = Text("  change     ")
            for piece in word_diff(item.first, item.second):
                text = {"gone": f"[-{piece.text}-]", "new": f"{{+{piece.text}+}}"}.get(piece.kind, piece.text)
                row.append(text, style={"gone": "red", "new": "green"}.get(piece.kind, ""))
            console.print(row, soft_wrap=True)


def _score(result: Comparison, name: str, at: int) -> str:
    value = result.scores[name][at].value
    if at == 0:
        return f"{value:.2f}"
    delta = result.differences[name][at - 1]
    return f"{value:.2f} ({delta.delta:+.2f}{'*' if delta.significant else ''})"


def _groups(result: Comparison, console: Console) -> None:
    if not result.phenomena:
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("chrF (best on)")
    table.add_column("segments", justify="right")
    for system in result.systems:
        table.add_column(system, justify="right")
    for group in result.phenomena:
        cells = [f"{score:.1f} ({wins})" for score, wins in zip(group.scores, group.wins, strict=True)]
        table.add_row(group.name, str(group.segments), *cells)
    console.print(table)
