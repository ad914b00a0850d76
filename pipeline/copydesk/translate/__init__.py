"""Asking engines and folding their answers in."""

from copydesk.plugins import Registry

ENGINES = Registry(
    "engines",
    {
        "apertium": "copydesk.translate.apertium:ApertiumEngine",
        "identity": "copydesk.translate.identity:IdentityEngine",
        "pivot": "copydesk.translate.pivot:PivotEngine",
    },
    {},
)
"""The translation engines. A member is a callable from ``TranslateOptions`` to an ``Engine``."""

__all__ = ["ENGINES"]
