"""``copydesk mutate``: seed errors and see which the checks find."""

from __future__ import annotations

import json as json_module
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk.cli.commands.check import Classifier
from copydesk.cli.inputs import glossary_of, settings_of
from copydesk.cli.options import ConfigFile, GlossaryFile
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.gate.inputs import Inputs
from copydesk.gate.kill import MutationScore, mutation_score
from copydesk.gate.located import Located
from copydesk.gate.policy import verify_options
from copydesk.gate.text_mutations import CLASSES
from copydesk.verify.context import Context


def mutate(
    targets: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TARGET...]", help="Good translations: XLIFF, TMX, TSV, a folder, a store."),
    ] = None,
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="Source, one segment a line.")] = None,
    target: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A good translation, line by line.")
    ] = None,
    source_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    target_language: Annotated[str | None, typer.Option(metavar="LANG", help="BCP 47 tag.")] = None,
    only: Annotated[
        list[str] | None, typer.Option("--class", metavar="CLASS", help="Only these classes.")
    ] = None,
    least: Annotated[
        list[str] | None, typer.Option("--least", metavar="CLASS=RATE", help="Exit 1 below this rate.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Same seed, same mutants.")] = 1,
    glossary: GlossaryFile = None,
    config: ConfigFile = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON on standard output.")] = False,
) -> int:
    r"""Put one realistic error at a time into good translations and count which the checks find.

    A mutant is found if a rule raises an error or a warning. Pairs that have one already are left out.
    Exit code 1 if a class falls below the rate that --least or [gate.kill_rate] asks for.

    \b
    Examples:
      copydesk mutate --source ref.es --target ref.fr
      copydesk mutate --source ref.es --target ref.fr --least number-changed=0.97
    """
    settings = settings_of(config, run={"glossary": glossary})
    wanted = dict(settings.gate.kill_rate) | dict(_rate(text) for text in least or ())
    classes = tuple(only or CLASSES)
    for name in (*classes, *wanted):
        if name not in CLASSES:
            raise ConfigError(f"there is no class {name!r}", remedy=f"Known: {', '.join(CLASSES)}")
    inputs = Inputs(
        tuple(targets or ()),
        source,
        target,
        None,
        required_tag(source_language, "--source-language") if source_language else None,
        required_tag(target_language, "--target-language") if target_language else None,
    )
    pairs = []
    for item in inputs.pairs():
        if not isinstance(item, Located):
            raise item.error
        pairs.append(item.bitext)
    context = Context(
        verify_options(settings.gate, settings.verify), glossary_of(settings), Classifier(settings)
    )
    score = mutation_score(pairs, context, seed=seed, classes=classes)
    below = [k for k in score.classes if k.made and k.name in wanted and k.rate < wanted[k.name]]
    if json:
        record = {"version": 1, "seed": seed, "below": [k.name for k in below]}
        record |= {"segments": score.segments, "clean_errors": score.clean_errors}
        record |= {"clean_warnings": score.clean_warnings, "clean_either": score.clean_either}
        rows = [{"class": k.name, "made": k.made, "killed": k.killed, "rate": k.rate, "rules": dict(k.rules)}
                | {"survivors": [asdict(b) for b in k.survivors]} for k in score.classes]  # fmt: skip
        typer.echo(json_module.dumps(record | {"classes": rows}, ensure_ascii=False, indent=1, default=str))
    else:
        _show(score, Console(highlight=False))
        for killed in below:
            print(f"BELOW  {killed.name}: {killed.rate:.2%} found, {wanted[killed.name]:.2%} wanted")
    return int(bool(below))


def _rate(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError as error:
        raise ConfigError(f"--least {text!r} is no rate", remedy=f"Write --least {name}=0.97") from error


def _show(score: MutationScore, console: Console) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, side in (("class", "left"), ("mutants", "right"), ("found", "right"), ("by", "left")):
        table.add_column(name, justify="right" if side == "right" else "left")
    for killed in score.classes:
        by = ", ".join(f"{rule} {count}" for rule, count in list(killed.rules.items())[:4])
        table.add_row(killed.name, str(killed.made), f"{killed.rate:.1%}" if killed.made else "·", by)
    console.print(table)
    console.print(
        Text(
            f"clean side, {score.segments} segments: errors on {score.clean_errors:.1f}, "
            f"warnings on {score.clean_warnings:.1f} per 1,000"
        )
    )
