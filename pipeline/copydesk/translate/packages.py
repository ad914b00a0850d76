"""Which Debian package brings which Apertium direction."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from copydesk.data import Pair, primary
from copydesk.errors import PairMissingError

_PACKAGES = {
    "af-nl": "apertium-afr-nld", "an-ca": "apertium-arg-cat", "an-es": "apertium-spa-arg",
    "ast-es": "apertium-spa-ast", "be-ru": "apertium-bel-rus", "bg-mk": "apertium-mkd-bul",
    "br-fr": "apertium-br-fr", "ca-en": "apertium-eng-cat", "ca-eo": "apertium-eo-ca",
    "ca-es": "apertium-spa-cat", "ca-fr": "apertium-fra-cat", "ca-it": "apertium-cat-ita",
    "ca-oc": "apertium-oc-ca", "ca-pt": "apertium-por-cat", "ca-sc": "apertium-cat-srd",
    "da-nb": "apertium-dan-nor", "da-nn": "apertium-dan-nor", "da-sv": "apertium-swe-dan",
    "en-eo": "apertium-eo-en", "en-es": "apertium-eng-spa", "en-eu": "apertium-eu-en",
    "en-gl": "apertium-en-gl", "en-is": "apertium-isl-eng", "en-mk": "apertium-mkd-eng",
    "en-sh": "apertium-hbs-eng", "eo-es": "apertium-eo-es", "eo-fr": "apertium-eo-fr",
    "es-eu": "apertium-eu-es", "es-fr": "apertium-fr-es", "es-gl": "apertium-es-gl",
    "es-it": "apertium-spa-ita", "es-oc": "apertium-oc-es", "es-pt": "apertium-es-pt",
    "es-ro": "apertium-es-ro", "fr-frp": "apertium-fra-frp", "fr-oc": "apertium-oci-fra",
    "gl-pt": "apertium-pt-gl", "hi-ur": "apertium-urd-hin", "id-ms": "apertium-ind-zlm",
    "is-sv": "apertium-isl-swe", "it-sc": "apertium-srd-ita", "mk-sh": "apertium-hbs-mkd",
    "nb-nn": "apertium-nno-nob", "nb-sv": "apertium-swe-nor", "pl-szl": "apertium-pol-szl",
    "ru-uk": "apertium-rus-ukr", "sh-sl": "apertium-hbs-slv",
}  # fmt: skip
"""Debian's Apertium pairs, by the two BCP 47 codes in alphabetical order (``apt-cache search apertium``)."""


def package(pair: Pair) -> str | None:
    """The Debian package that joins the two languages of ``pair``; None where there is none."""
    return _PACKAGES.get("-".join(sorted((primary(pair.source), primary(pair.target)))))


def missing(pair: Pair, ways: Iterable[tuple[str, ...]] = ()) -> PairMissingError:
    """The error for a direction nobody translates, naming the command that would bring it.

    ``ways`` are routes known to be good ("es", "ca", "fr"); the first whose packages all exist is advised,
    then the direct pair, then any single pivot.
    """
    direct = (primary(pair.source), primary(pair.target))
    for route in (*ways, direct, *_pivots(*direct)):
        names = [package(Pair(a, b)) for a, b in itertools.pairwise(route)]
        if names and all(names):
            packages = " ".join(dict.fromkeys(name for name in names if name))
            through = f" (through {', '.join(route[1:-1])})" if len(route) > 2 else ""
            return PairMissingError(
                f"no installed engine translates {pair}",
                remedy=f"Run: apt-get install apertium {packages}{through}",
            )
    return PairMissingError(
        f"no installed engine translates {pair}", remedy="No Debian package of Apertium is known for it"
    )


def _pivots(source: str, target: str) -> list[tuple[str, ...]]:
    codes = sorted({code for key in _PACKAGES for code in key.split("-")})
    return [(source, code, target) for code in codes if code not in (source, target)]
