"""What the user named, as one stream of pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from copydesk.data import Pair
from copydesk.errors import ConfigError, InputError
from copydesk.gate.catalogues import keyed_pairs, po_pairs
from copydesk.gate.documents import DOCUMENTS, document_pairs
from copydesk.gate.exchanges import packed_pairs, tmx_pairs, xliff_pairs
from copydesk.gate.line_files import line_pairs, table_pairs
from copydesk.gate.located import Gap, Located, Place
from copydesk.gate.named import named_language, named_pair, without_language
from copydesk.gate.published import edition_pairs
from copydesk.gate.stored import stored_pairs
from copydesk.gate.tables import csv_pairs
from copydesk.store.address import Address, Server, is_store

_XLIFF = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff"})
_PACKED = frozenset({".xlz", ".mqxlz"})
_KEYED = frozenset({".json", ".arb"})
_BILINGUAL = frozenset({*_XLIFF, *_PACKED, ".tmx", ".tsv", ".csv", ".po"})
_ONE_SIDED = frozenset({*_KEYED, ".txt", *DOCUMENTS})
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to check: two sides (``source``, ``target``), and or files and folders (``targets``).

    ``strict`` holds XLIFF 2 to its specification. Languages are BCP 47; None where the files say them,
    inside or by their names.
    """

    targets: tuple[Address, ...] = ()
    source: Path | None = None
    target: Path | None = None
    reference: Path | None = None
    source_language: str | None = None
    target_language: str | None = None
    strict: bool = False

    def pairs(self) -> Iterator[Located | Gap]:
        """All pairs, in the order named; what is missing or cannot be read is a Gap in its place.

        Raises:
            ConfigError: nothing is named, or the language of a side is unknown.
        """
        if not self.targets and not self.source and not self.target:
            raise ConfigError("nothing to check", remedy="Name a file or folder, or --source and --target")
        if self.source or self.target:
            if self.source is None or self.target is None:
                raise ConfigError("two sides are needed", remedy="Give --source and --target")
            yield from _guarded(self.target, partial(self._sides, self.source, self.target))
        for path in self.targets:
            yield from _guarded(path, partial(self._read, path))

    def files(self) -> tuple[Path, ...]:
        """The files and folders that are named, servers left out."""
        named = (self.source, self.target, self.reference, *self.targets)
        return tuple(path for path in named if isinstance(path, Path))

    def _read(self, path: Address) -> Iterator[Located | Gap]:
        if isinstance(path, Server):
            return stored_pairs(path, target=self.target_language)
        if not path.exists():
            raise InputError("there is no such file or folder", remedy="Check the path")
        if path.is_dir():
            return self._folder(path)
        if path.name == _MANIFEST:
            return edition_pairs(path, str(path))
        if path.suffix.lower() not in _BILINGUAL and is_store(path):
            return stored_pairs(path, target=self.target_language)
        return self._file(path)

    def _file(self, path: Path) -> Iterator[Located | Gap]:
        suffix, given, shown = path.suffix.lower(), self._given(), str(path)
        if suffix in _XLIFF:
            return xliff_pairs(path, shown, given, strict=self.strict)
        if suffix in _PACKED:
            return packed_pairs(path, shown, given, strict=self.strict)
        if suffix == ".tmx":
            return tmx_pairs(path, shown, given)
        if suffix == ".po":
            target = self.target_language or named_language(path)
            return po_pairs(path, shown, source=self.source_language, target=target)
        if suffix == ".csv":
            return csv_pairs(path, shown, given, named_pair(path))
        if suffix == ".tsv":
            pair = given or named_pair(path)
            if pair is None:
                raise InputError(
                    "its languages are unknown",
                    remedy="Give --source-language and --target-language, or call it like news.es-fr.tsv",
                )
            return table_pairs(path, pair)
        if suffix in _ONE_SIDED:
            raise InputError(
                "it holds one language", remedy=f"Give both sides: --source FILE --target {path}"
            )
        raise InputError(
            "it is nothing that can be checked",
            remedy="Name XLIFF (.xlf, .sdlxliff, .mqxliff, .xlz), TMX, PO, TSV, CSV, a store, a folder, "
            "or two files with --source and --target",
        )

    def _folder(self, folder: Path) -> Iterator[Located | Gap]:
        """Editions by their manifests, other bilingual files, and files of one language beside another."""
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        editions = {path.parent for path in files if path.name == _MANIFEST}
        others = [path for path in files if not editions & set(path.parents)]
        for manifest in (path for path in files if path.name == _MANIFEST):
            yield from edition_pairs(manifest, str(manifest))
        bilingual = [path for path in others if path.suffix.lower() in _BILINGUAL]
        for path in bilingual:
            yield from _guarded(path, partial(self._file, path))
        beside = [] if editions else list(self._beside(others))
        for source, target in beside:
            yield from _guarded(target, partial(self._sides, source, target))
        if not editions and not bilingual and not beside:
            raise InputError(
                "it holds nothing that can be checked",
                remedy="Name the --out folder of a run, or a folder of exports; files of one language "
                "(en.json, fr.json) need --source-language",
            )

    def _beside(self, files: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
        """The files in other languages that stand beside one in the source language, by their names."""
        if self.source_language is None:
            return
        groups: dict[str, dict[str, Path]] = defaultdict(dict)
        for path in files:
            if path.suffix.lower() in _ONE_SIDED and (language := named_language(path)):
                groups[without_language(path)][language] = path
        for versions in groups.values():
            if source := versions.get(self.source_language):
                for language, path in versions.items():
                    if path != source and self.target_language in (None, language):
                        yield source, path

    def _sides(self, source: Path, target: Path) -> Iterator[Located | Gap]:
        for path in (source, target, *([self.reference] if self.reference else [])):
            if not path.is_file():
                raise InputError(f"there is no file {path}", remedy="Check the path")
        if {source.suffix.lower(), target.suffix.lower()} <= _KEYED:
            return keyed_pairs(
                source,
                target,
                own=(self.source_language, named_language(source)),
                other=(self.target_language, named_language(target)),
            )
        pair = Pair(
            _language(source, self.source_language, "--source-language"),
            _language(target, self.target_language, "--target-language"),
        )
        if {source.suffix.lower(), target.suffix.lower()} <= DOCUMENTS:
            return document_pairs(source, target, pair)
        return line_pairs(source, target, pair, reference=self.reference)

    def _given(self) -> Pair | None:
        if self.source_language and self.target_language:
            return Pair(self.source_language, self.target_language)
        return None

    def pair(self) -> Pair:
        """The languages of ``source`` and ``target``: those given, else those that their names tell.

        Raises:
            ConfigError: one of them is unknown.
        """
        return Pair(
            _language(self.source or Path(), self.source_language, "--source-language"),
            _language(self.target or Path(), self.target_language, "--target-language"),
        )


def _language(path: Path, given: str | None, flag: str) -> str:
    tag = given or named_language(path)
    if tag is None:
        raise ConfigError(f"the language of {path} is unknown", remedy=f"Give {flag}")
    return tag


def _guarded(path: Address, pairs: Callable[[], Iterator[Located | Gap]]) -> Iterator[Located | Gap]:
    """What ``pairs`` gives, and a Gap where it breaks off: one bad file costs no other."""
    try:
        yield from pairs()
    except InputError as error:
        yield Gap(Place(str(path)), str(path), InputError(f"{path}: {error.message}", remedy=error.remedy))
