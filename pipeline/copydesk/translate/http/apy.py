"""Apertium-APy, Apertium's own web service (Debian package ``apertium-apy``)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from copydesk.data import Candidate, Pair, Request, primary
from copydesk.errors import EngineError, PairMissingError
from copydesk.stage import content_key
from copydesk.translate.base import Capabilities
from copydesk.translate.http.entities import decoded
from copydesk.translate.http.single import OneByOne
from copydesk.translate.http.transport import Server, Timing
from copydesk.translate.modes import tag
from copydesk.translate.options import TranslateOptions

KEY = "APERTIUM_APY_KEY"


class ApertiumApyEngine:
    """Asks segment by segment, so that no answer depends on its neighbours."""

    name = "apertium-apy"
    capabilities = Capabilities()

    def __init__(self, options: TranslateOptions, *, timing: Timing | None = None) -> None:
        self._options = options.http
        self._secret = os.environ.get(KEY, "")
        self._server = Server(self.name, options.http, secret=self._secret, key=KEY, timing=timing)
        self._batches = OneByOne(self._one, options.http.parallel)

    @cached_property
    def listed(self) -> dict[Pair, str]:
        """The server's directions, and how it writes them."""
        answer = self._server.ask("GET", "/listPairs")
        try:
            rows = [(str(x["sourceLanguage"]), str(x["targetLanguage"])) for x in answer["responseData"]]
        except (TypeError, KeyError) as error:
            raise EngineError(f"{self.name}: its list of pairs cannot be understood") from error
        return {Pair(_tag(a), _tag(b)): f"{a}|{b}" for a, b in sorted(rows, reverse=True)}

    def pairs(self) -> tuple[Pair, ...]:
        """What the server lists; nothing where no server is set."""
        return tuple(sorted(self.listed)) if self._options.url else ()

    def fingerprint(self, pair: Pair) -> str:
        """Address, settings and ``revision``; the server itself is not asked."""
        shaping = (self._options.url.rstrip("/"), self._options.escaped, self._options.revision)
        return f"{self.name}:{pair}:{content_key(*shaping)[:12]}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; marks and protections are left to the desk.

        Raises:
            PairMissingError: the server does not list the pair.
            EngineError: as ``Server.ask``, or an answer cannot be understood.
        """
        return self._batches.answers(batch)

    def close(self) -> None:
        """End the connections."""
        self._server.close()

    def _one(self, request: Request) -> str:
        written = self.listed.get(request.pair) or self.listed.get(_primary(request.pair))
        if written is None:
            raise PairMissingError(f"{self.name} at {self._options.url} does not translate {request.pair}")
        form = {"langpair": written, "q": request.text, "markUnknown": "no"}
        form |= {"deformat": "txt", "reformat": "txt"} | ({"key": self._secret} if self._secret else {})
        answer = self._server.ask("POST", "/translate", data=form)
        try:
            text = answer["responseData"]["translatedText"]
        except (TypeError, KeyError) as error:
            raise EngineError(f"{self.name}: its answer holds no translation") from error
        if not isinstance(text, str):
            raise EngineError(f"{self.name}: its answer holds no translation")
        return decoded(text, request.text, self._options.escaped)


def _tag(code: str) -> str:
    language, _, variant = code.partition("_")
    return tag(language) + (f"-{variant}" if variant else "")


def _primary(pair: Pair) -> Pair:
    return Pair(primary(pair.source), primary(pair.target))
