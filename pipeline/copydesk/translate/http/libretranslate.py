"""Servers that speak LibreTranslate's API (https://docs.libretranslate.com)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from copydesk.data import Candidate, Pair, Request, primary
from copydesk.errors import EngineError, PairMissingError
from copydesk.stage import content_key
from copydesk.translate.base import Capabilities
from copydesk.translate.http.entities import decoded
from copydesk.translate.http.transport import Server, Timing
from copydesk.translate.options import TranslateOptions

KEY = "LIBRETRANSLATE_API_KEY"


class LibreTranslateEngine:
    """Sends a batch as one question. The key comes from ``LIBRETRANSLATE_API_KEY``."""

    name = "libretranslate"
    capabilities = Capabilities()

    def __init__(self, options: TranslateOptions, *, timing: Timing | None = None) -> None:
        self._options = options.http
        self._secret = os.environ.get(KEY, "")
        self._server = Server(self.name, options.http, secret=self._secret, key=KEY, timing=timing)

    @cached_property
    def languages(self) -> dict[str, frozenset[str]]:
        """The server's languages and what each can be translated into, in its own codes."""
        answer = self._server.ask("GET", "/languages")
        try:
            return {str(x["code"]): frozenset(map(str, x["targets"])) for x in answer}
        except (TypeError, KeyError) as error:
            raise EngineError(f"{self.name}: its list of languages cannot be understood") from error

    def pairs(self) -> tuple[Pair, ...]:
        """What the server lists; nothing where no server is set."""
        if not self._options.url:
            return ()
        return tuple(sorted(Pair(a, b) for a, into in self.languages.items() for b in into if a != b))

    def fingerprint(self, pair: Pair) -> str:
        """Address, settings and ``revision``; the server itself is not asked."""
        shaping = (self._options.url.rstrip("/"), self._options.escaped, self._options.revision)
        return f"{self.name}:{pair}:{content_key(*shaping)[:12]}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; marks and protections are left to the desk.

        Raises:
            PairMissingError: the server does not list the pair.
            EngineError: as ``Server.ask``, or the answers are of the wrong number or kind.
        """
        if not batch:
            return []
        source, target = self._codes(batch[0].pair)
        texts = [request.text for request in batch]
        question = {"q": texts, "source": source, "target": target, "format": "text"}
        if self._secret:
            question["api_key"] = self._secret
        answer = self._server.ask("POST", "/translate", json=question)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
            raise EngineError(f"{self.name}: its answer holds no translations")
        if len(found) != len(texts):
            raise EngineError(f"{self.name}: {len(found)} answers for {len(texts)} requests")
        escaped = self._options.escaped
        return [Candidate(decoded(text, own, escaped)) for text, own in zip(found, texts, strict=True)]

    def close(self) -> None:
        """End the connections."""
        self._server.close()

    def _codes(self, pair: Pair) -> tuple[str, str]:
        source = _known(pair.source, self.languages)
        target = _known(pair.target, self.languages.get(source, ()))
        if not source or not target:
            raise PairMissingError(f"{self.name} at {self._options.url} does not translate {pair}")
        return source, target


def _known(tag: str, codes: Sequence[str] | frozenset[str] | dict[str, frozenset[str]]) -> str:
    """The code for ``tag``: the same but for case, else its primary language; empty where there is none."""
    lowered = {code.lower(): code for code in codes}
    return lowered.get(tag.lower()) or lowered.get(primary(tag), "")
