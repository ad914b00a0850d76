"""What the user named, as one stream of pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.data import Pair
from copydesk.errors import ConfigError, InputError
from copydesk.gate.exchanges import published_pairs, tmx_pairs, xliff_pairs
from copydesk.gate.line_files import line_pairs, table_pairs
from copydesk.gate.located import Gap, Located, Place
from copydesk.gate.stored import stored_pairs
from copydesk.languages import KNOWN
from copydesk.store.address import Address, Server, is_store


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to check: aligned lines (``source``, ``target``), and or files and folders (``targets``).

    ``strict`` holds XLIFF 2 to its specification. Languages are BCP 47; None where the files say them: by
    their suffix (``news.fr``), or inside.
    """

    targets: tuple[Address, ...] = ()
    source: Path | None = None
    target: Path | None = None
    reference: Path | None = None
    source_language: str | None = None
    target_language: str | None = None
    strict: bool = False

    def pairs(self) -> Iterator[Located | Gap]:
        """All pairs, in the order named; what cannot be read of them is a Gap in its place.

        Raises:
            ConfigError: nothing is named, a name leads nowhere, or a language is missing.
        """
        if not self.targets and not self.source:
            raise ConfigError("nothing to check", remedy="Name a file or folder, or --source and --target")
        for path in self.targets:
            if isinstance(path, Path) and not path.exists():
                raise ConfigError(f"there is no {path}", remedy="Check the path")
        if self.source or self.target:
            if self.source is None or self.target is None:
                raise ConfigError("aligned lines need both sides", remedy="Give --source and --target")
            yield from line_pairs(
                self.source,
                self.target,
                self.pair(),
                reference=self.reference,
            )
        for path in self.targets:
            try:
                yield from self._read(path)
            except InputError as error:
                own = InputError(f"{path}: {error.message}", remedy=error.remedy)
                yield Gap(Place(str(path)), str(path), own)

    def _read(self, path: Address) -> Iterator[Located | Gap]:
        if isinstance(path, Server) or (path.is_file() and is_store(path)):
            return stored_pairs(path, target=self.target_language)
        suffix, given = path.suffix.lower(), self._given()
        if path.is_dir():
            return published_pairs(path, str(path))
        if suffix in (".xlf", ".xliff"):
            return xliff_pairs(path, str(path), given, strict=self.strict)
        if suffix == ".tmx":
            return tmx_pairs(path, str(path), given)
        if suffix == ".tsv":
            pair = given or _named(path)
            if pair is None:
                raise ConfigError(
                    f"the languages of {path} are unknown",
                    remedy="Give --source-language and --target-language, or call it like news.es-fr.tsv",
                )
            return table_pairs(path, pair)
        raise ConfigError(
            f"{path} is nothing that can be checked",
            remedy="Name XLIFF (.xlf), TMX, TSV, a store, an output folder, "
            "or two line-aligned files with --source and --target",
        )

    def _given(self) -> Pair | None:
        if self.source_language and self.target_language:
            return Pair(self.source_language, self.target_language)
        return None

    def pair(self) -> Pair:
        """The languages of ``source`` and ``target``: those given, else those that their suffixes name.

        Raises:
            ConfigError: one of them is unknown.
        """
        source, target = self.source or Path(), self.target or Path()
        tags = []
        for path, given, flag in (
            (source, self.source_language, "--source-language"),
            (target, self.target_language, "--target-language"),
        ):
            tag = given or path.suffix.removeprefix(".")
            if not given and tag.lower() not in KNOWN:
                raise ConfigError(f"the language of {path} is unknown", remedy=f"Give {flag}")
            tags.append(tag)
        return Pair(*tags)


def _named(path: Path) -> Pair | None:
    """The pair that a name like ``news.es-fr.tsv`` tells."""
    own, _, other = path.stem.rpartition(".")[2].partition("-")
    return Pair(own, other) if own in KNOWN and other in KNOWN else None
