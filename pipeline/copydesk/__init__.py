"""copydesk: a news translation desk. No number leaves unexplained.

The functions for programs are those of :mod:`copydesk.api`; ``copydesk.translate(...)`` and its companions
reach them, and nothing is imported before they are called.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from copydesk.version import __version__

if TYPE_CHECKING:
    from copydesk.api import (
        Aligned,
        Checked,
        Detected,
        Repaired,
        Store,
        Translated,
        align,
        check,
        detect,
        repair,
        run,
        translate,
    )

__all__ = [
    "Aligned",
    "Checked",
    "Detected",
    "Repaired",
    "Store",
    "Translated",
    "__version__",
    "align",
    "check",
    "detect",
    "repair",
    "run",
    "translate",
]

_ROOMS = frozenset({"align", "detect", "repair", "run", "translate"})
"""Functions of the face that share their name with a package of ours."""


class _Room(ModuleType):
    """A package of ours that answers to a call with the function of the face that bears its name."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        function = getattr(import_module("copydesk.api"), self.__name__.rpartition(".")[2])
        return function(*arguments, **options)


class _Package(ModuleType):
    """This package: loads the face when it is asked for, and lets its rooms be called."""

    def __setattr__(self, name: str, value: object) -> None:
        if (
            name in _ROOMS and type(value) is ModuleType
        ):  # the import system binds a package that it has loaded
            value.__class__ = _Room
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name in _ROOMS:
            return import_module(f"copydesk.{name}")
        if name in __all__:
            return getattr(import_module("copydesk.api"), name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
