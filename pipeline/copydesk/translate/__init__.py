"""Asking engines and folding their answers in."""

from copydesk.plugins import Registry

ENGINES = Registry(
    "engines",
    {
        "apertium-apy": "copydesk.translate.http.apy:ApertiumApyEngine",
        "apertium": "copydesk.translate.apertium:ApertiumEngine",
        "chat": "copydesk.translate.http.chat:ChatEngine",
        "ct2": "copydesk.translate.neural.ct2:Ct2Engine",
        "firefox": "copydesk.translate.firefox.engine:FirefoxEngine",
        "identity": "copydesk.translate.identity:IdentityEngine",
        "libretranslate": "copydesk.translate.http.libretranslate:LibreTranslateEngine",
        "marian": "copydesk.translate.neural.marian:MarianEngine",
        "pivot": "copydesk.translate.auto:pivot",
    },
    {
        "apertium-apy": "http",
        "chat": "http",
        "ct2": "neural",
        "firefox": "firefox",
        "libretranslate": "http",
        "marian": "neural",
    },
)
"""The translation engines. A member is a callable from ``TranslateOptions`` to an ``Engine``."""

__all__ = ["ENGINES"]
