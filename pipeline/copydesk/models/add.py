"""Models come and go: checked first, complete or not at all."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.models import firefox
from copydesk.models.card import Card, Quantisation, parse, render
from copydesk.models.convert import SPM, convert, need_complete
from copydesk.models.describe import describe
from copydesk.models.fetch import PATIENCE, download, look_up
from copydesk.models.firefox_records import is_url
from copydesk.models.hashes import differences, hashes, of_file
from copydesk.models.home import CARD, CT2, REFERENCE, Installed, find, recipes
from copydesk.models.progress import Progress, Tell, silent
from copydesk.models.refusal import PICKLED, ModelRefusedError, is_ct2, is_spare, refuse_unsafe
from copydesk.models.staging import move, need_room, refuse_installed, staging
from copydesk.models.unpickle import unpickle

_ROOM = 2.5
"""Disk for a model as it came, as safetensors and converted, by the size of the first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user says of a model to be added; empty where the model itself should tell."""

    name: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    licence: str = ""
    revision: str = ""
    card: Path | None = None
    quantisation: Quantisation | None = None


def add(
    source: str, wish: Wish | None = None, *, tell: Tell = silent, patience: float = PATIENCE
) -> Installed:
    """Install the model at ``source``: a local folder, or a hub id such as ``owner/name``.

    The files are looked at before anything loads them and checked against the card's hashes. A
    ``pytorch_model.bin`` is read once, in a child that can do no harm, and written as safetensors. The
    weights are converted to CTranslate2, and all is moved into place as the last step. ``tell`` hears what
    is under way; ``patience`` is the seconds that the hub may take to say what it has.

    Raises:
        ModelRefusedError: pickled weights of another kind or that ask for more than tensors, code, or a file
            that is not what the card says.
        CopydeskError: it is not there, cannot be fetched or converted, finds no room, or is there already.
    """
    wish = wish or Wish()
    folder = Path(source)
    if is_url(source) and wish.card is None:
        card: Card | None = firefox.at(source, sources=wish.sources, targets=wish.targets)
    else:
        card = _known(source, folder, wish)
    if card is not None:
        refuse_installed(_wished(card, wish))
        if (folder / CT2).is_dir():
            return _adopt(card, folder)
    if firefox.is_meant(card, folder):
        card = card or firefox.describe(folder, wish.name, sources=wish.sources, targets=wish.targets)
        with staging() as stage:
            card = firefox.bring(_wished(card, wish), source, stage, tell=tell, patience=patience)
            (stage / CARD).write_text(render(card), encoding="utf-8")
            return move(card, stage)
    with staging() as stage:
        origin = stage / REFERENCE
        if folder.is_dir():
            card = _from_folder(folder, card, wish, origin)
        else:
            card = _from_hub(source, card, wish, origin, tell=tell, patience=patience)
        card = _wished(card, wish)
        refuse_installed(card)
        _check(card, origin)
        if (origin / PICKLED).is_file():
            need_complete(card, origin)
            tell(Progress(f"reading {PICKLED} once, with torch's restricted loader"))
            card = card.model_copy(update={"pickled": of_file(origin / PICKLED, PICKLED)})
            unpickle(origin)
        tell(Progress(f"converting to CTranslate2, {card.quantisation}"))
        _finish(card, stage)
        return move(card, stage)


def reconvert(name: str, quantisation: Quantisation) -> Installed:
    """Convert the installed model ``name`` again, to ``quantisation``.

    Raises:
        CopydeskError: it is not installed, has no reference weights, or is not what its card says.
    """
    model = find(name)
    if not model.reference.is_dir():
        raise CopydeskError(f"{name} was added converted; there is nothing to convert it from")
    _refuse_changed(model)
    with staging() as stage:
        shutil.copytree(model.reference, stage / REFERENCE)
        card = model.card.model_copy(update={"quantisation": quantisation})
        _finish(card, stage)
        shutil.rmtree(model.folder)
        return move(card, stage)


def verify(model: Installed) -> tuple[str, ...]:
    """What is wrong with the files of ``model``, one sentence each; empty if nothing is."""
    known = {file.path for file in model.card.files}
    strange = (file.path for file in hashes(model.folder) if file.path not in known)
    return (
        *differences(model.folder, model.card.files),
        *(f"{path} is not on its card" for path in strange),
    )


def remove(name: str) -> None:
    """Delete the installed model ``name``.

    Raises:
        CopydeskError: it is not installed.
    """
    shutil.rmtree(find(name).folder)


def _adopt(card: Card, folder: Path) -> Installed:
    """A model that was installed elsewhere and copied here, as it is."""
    refuse_unsafe(folder)
    wrong = verify(Installed(card, folder))
    if wrong:
        raise ModelRefusedError(f"{card.name} is not what its card says: {'; '.join(wrong)}")
    with staging() as stage:
        for part in (CT2, REFERENCE):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, stage / part)
        (stage / CARD).write_text(render(card), encoding="utf-8")
        return move(card, stage)


def _known(source: str, folder: Path, wish: Wish) -> Card | None:
    """The card that is there already: the user's, the folder's own, or one that comes with copydesk."""
    if wish.card is not None:
        if not wish.card.is_file():
            raise CopydeskError(f"there is no card {wish.card}")
        return parse(wish.card.read_text("utf-8"), where=str(wish.card))
    if folder.is_dir():
        own = folder / CARD
        return parse(own.read_text("utf-8"), where=str(own)) if own.is_file() else None
    for card in recipes():
        if source in (card.name, card.repo):
            return card
    if source.count("/") != 1 or source.startswith((".", "/", "~")):
        raise CopydeskError(
            f"{source} is neither a folder, nor a hub id (owner/name), nor a known model",
            remedy="Run: copydesk models list --all",
        )
    return None


def _from_folder(folder: Path, card: Card | None, wish: Wish, origin: Path) -> Card:
    refuse_unsafe(folder)
    _copy(folder, origin)
    return card or _described(origin, folder.resolve().name, wish)


def _from_hub(
    source: str, card: Card | None, wish: Wish, origin: Path, *, tell: Tell, patience: float
) -> Card:
    repo = card.repo if card else source
    listing = look_up(repo, wish.revision or (card.revision if card else ""), patience=patience)
    need_room(int(_ROOM * listing.size), repo)
    download(listing, origin, tell)
    shutil.rmtree(origin / ".cache", ignore_errors=True)
    refuse_unsafe(origin)
    card = card or _described(origin, Path(source).name, wish)
    return card.model_copy(update={"repo": repo, "revision": listing.commit})


def _described(origin: Path, name: str, wish: Wish) -> Card:
    return describe(
        origin, wish.name or name, sources=wish.sources, targets=wish.targets, licence=wish.licence
    )


def _wished(card: Card, wish: Wish) -> Card:
    """``card`` as the user wants it."""
    said = {
        "name": wish.name,
        "sources": wish.sources,
        "targets": wish.targets,
        "licence": wish.licence,
        "quantisation": wish.quantisation,
    }
    return Card.model_validate(card.model_dump() | {key: value for key, value in said.items() if value})


def _check(card: Card, origin: Path) -> None:
    wrong = differences(origin, card.files)
    if wrong:
        raise ModelRefusedError(
            f"{card.name} is not what its card says: {'; '.join(wrong)}",
            remedy="Fetch it again; if it stays so, the card or the source has been changed",
        )


def _finish(card: Card, stage: Path) -> None:
    """Bring the CTranslate2 form into ``stage``, and the card with all hashes."""
    origin, out = stage / REFERENCE, stage / CT2
    weights = origin / "model.bin"
    if weights.is_file():  # refuse_unsafe let it pass: converted already
        with weights.open("rb") as file:
            assert is_ct2(file.read(64))
        missing = [name for name in SPM[card.family] if not (origin / name).is_file()]
        if missing:
            raise CopydeskError(f"{card.name}: {', '.join(missing)} must stand beside model.bin")
        origin.rename(out)
    else:
        convert(card, origin, out)
    own = card.model_copy(update={"files": hashes(stage)})
    (stage / CARD).write_text(render(own), encoding="utf-8")


def _copy(folder: Path, origin: Path) -> None:
    """The files of the first level that a model needs; links are followed (they stay inside)."""
    chosen = [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != CARD and not path.name.startswith(".") and not is_spare(path)
    ]
    need_room(int(_ROOM * sum(path.stat().st_size for path in chosen)), folder.name)
    origin.mkdir()
    for path in chosen:
        shutil.copyfile(path, origin / path.name)


def _refuse_changed(model: Installed) -> None:
    if wrong := verify(model):
        raise ModelRefusedError(
            f"{model.card.name} is not what its card says: {'; '.join(wrong)}",
            remedy=f"Run: copydesk models remove {model.card.name}, then add it again",
        )
