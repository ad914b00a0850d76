"""Registries: a short name leads to ``module:attribute``, imported when first asked for.

Built-in members are string tables, so that importing a family imports none of its members. Outsiders join
by an entry point of the group ``copydesk.<family>`` and may not take a built-in name.
"""

from __future__ import annotations

import difflib
import importlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from copydesk.errors import PluginError


@dataclass(frozen=True, slots=True)
class Registry:
    """The members of one plugin family.

    ``family`` is the plural noun of the entry-point group ("engines"); ``builtin`` maps names to
    ``module:attribute``; ``extras`` maps a name to the pip extra that brings its packages.
    """

    family: str
    builtin: Mapping[str, str]
    extras: Mapping[str, str]

    def names(self) -> tuple[str, ...]:
        """All member names, sorted."""
        return tuple(sorted(self._table()))

    def load(self, name: str) -> Any:
        """The member called ``name``.

        Raises:
            PluginError: if there is none (the nearest names are suggested) or its packages are missing
                (the pip command is named).
        """
        module, _, attribute = self.path(name).partition(":")
        try:
            return getattr(importlib.import_module(module), attribute)
        except ModuleNotFoundError as error:
            extra = self.extras.get(name)
            if extra is None:
                raise
            raise PluginError(
                f"{self.family} member {name!r} needs the package {error.name}",
                remedy=f"Run: pip install 'copydesk[{extra}]'",
            ) from error

    def path(self, name: str) -> str:
        """The ``module:attribute`` of the member called ``name``; nothing is imported.

        Raises:
            PluginError: if there is none (the nearest names are suggested).
        """
        table = self._table()
        if name not in table:
            near = difflib.get_close_matches(name, table, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise PluginError(
                f"there is no {name!r} among the {self.family}",
                remedy=f"{hint}Known: {', '.join(sorted(table))}",
            )
        return table[name]

    def _table(self) -> dict[str, str]:
        outside = _joined(f"copydesk.{self.family}", tuple(sys.path))
        return {**outside, **self.builtin}


@cache
def _joined(group: str, path: tuple[str, ...]) -> Mapping[str, str]:
    """The members that packages on ``path`` join to ``group``; looking into every package takes a while."""
    del path
    return {point.name: point.value for point in entry_points(group=group)}
