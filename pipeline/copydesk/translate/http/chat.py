"""Chat endpoints of the OpenAI kind: ``POST {url}/chat/completions``. Hosted, vLLM, llama.cpp, Ollama."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from copydesk.data import Candidate, Context, Correction, Pair, Passage, Piece, Request
from copydesk.errors import ConfigError, EngineError, EngineGoneError
from copydesk.stage import content_key
from copydesk.translate.base import Capabilities, Usage
from copydesk.translate.http.entities import decoded
from copydesk.translate.http.options import SPENDING
from copydesk.translate.http.prompt import identifier, instructions, messages, response_format
from copydesk.translate.http.reply import NoAnswerError, objection, read
from copydesk.translate.http.spending import Spending
from copydesk.translate.http.transport import RefusedError, Server, Timing
from copydesk.translate.options import TranslateOptions

KEY = "OPENAI_API_KEY"
_AGAIN = 2
"""Times that lost, doubled or unusable segments are asked for again."""

_NO_SCHEMA = frozenset({400, 404, 415, 422, 501})
"""Statuses by which servers say that they do not know ``response_format``."""


class ChatEngine:
    """Asks a chat model for passages of an article, at temperature 0. The key is ``OPENAI_API_KEY``.

    The segments of a passage go as one JSON document with ids, with what goes before them; the answer comes
    as JSON, by the server's ``response_format`` where it has one. Ids that are lost or doubled, and texts
    with remarks of the model's own, are asked for again.
    """

    name = "chat"

    def __init__(self, options: TranslateOptions, *, timing: Timing | None = None) -> None:
        self._options = options.http
        self._chat = options.chat
        self._secret = os.environ.get(KEY, "")
        self._server = Server(self.name, options.http, secret=self._secret, key=KEY, timing=timing)
        self._spending = Spending(self.name, options.chat)
        self._schema = options.chat.structured != "no"
        self._kept: dict[Request, str] = {}
        self._failed: dict[Request, EngineError] = {}
        self.capabilities = Capabilities(context=options.chat.context and not options.chat.template)

    @property
    def usage(self) -> Usage:
        """Questions, tokens and their price so far."""
        return self._spending.usage

    def pairs(self) -> tuple[Pair, ...]:
        """None by name: what the model can do only its makers know."""
        return ()

    def fingerprint(self, pair: Pair) -> str:
        """Address, model, instructions, settings and ``revision``."""
        own = self._options
        chat = self._chat.model_dump(exclude=set(SPENDING))
        shaping = (own.url.rstrip("/"), own.model, own.escaped, own.revision, chat)
        digest = content_key(*shaping, self._chat.template or instructions(pair, self._chat))[:12]
        model = own.model.replace("|", "-").replace("+", "-")
        return f"{self.name}:{model}:{pair}:{digest}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; marks and protections are left to the desk.

        What was answered is kept until it is asked for, so that a batch that is asked again after a part of
        it failed costs that part alone.

        Raises:
            ConfigError: no model is named, or there is a budget without prices.
            EngineGoneError: as ``Server.ask``, or the budget is used up.
            EngineError: as ``Server.ask``; or an answer is cut off, refused, or stays unusable.
        """
        if not self._options.model:
            raise ConfigError(f"{self.name}: translate.http.model is not set", remedy="Name the model to ask")
        fresh = [r for r in dict.fromkeys(batch) if r not in self._kept and r not in self._failed]
        with ThreadPoolExecutor(self._options.parallel) as threads:
            gone = [error for error in threads.map(self._try, _together(fresh)) if error is not None]
        failed = gone + [self._failed[request] for request in batch if request in self._failed]
        if failed and any(request in self._kept for request in batch):
            raise EngineError(f"{failed[0].message}; the rest of the batch is answered") from failed[0]
        if failed:
            if len(batch) == 1:
                self._failed.pop(batch[0], None)
            raise failed[0]
        done = [Candidate(self._kept[request]) for request in batch]
        for request in batch:
            self._kept.pop(request, None)
        return done

    def close(self) -> None:
        """End the connections."""
        self._server.close()

    def _try(self, group: Sequence[Request]) -> EngineGoneError | None:
        """Ask for ``group``, and where that fails each member alone; why nobody is to be asked any more."""
        try:
            self._passage(group)
        except EngineGoneError as error:
            return error
        except EngineError as error:
            left = [request for request in group if request not in self._kept]
            if len(group) == 1:
                self._failed[group[0]] = error
                return None
            return next(filter(None, (self._try([request]) for request in left)), None)
        return None

    def _passage(self, group: Sequence[Request]) -> None:
        """Ask for ``group`` until each member has a text, at most three times."""
        left = {request: request for request in group}  # as it was asked first: as it is asked now
        trouble = ""
        for _ in range(1 + _AGAIN):
            text = self._question(list(left.values()))
            try:
                answers = self._read(text, list(left.values()))
            except NoAnswerError as error:
                trouble = str(error)
                continue
            for first, now in list(left.items()):
                answer = answers.get(identifier(now))
                if answer is None:
                    trouble = "the model lost or doubled a segment"
                elif why := objection(answer, first.text):
                    trouble = f"the model's answer is no translation: {why}"
                    left[first] = _told(first, answer, why)
                else:
                    self._kept[first] = decoded(answer, first.text, self._options.escaped)
                    del left[first]
            if not left:
                return
        raise EngineError(f"{self.name}: {trouble}, {1 + _AGAIN} times")

    def _read(self, text: str, requests: Sequence[Request]) -> dict[str, str]:
        if self._chat.template:
            return {identifier(requests[0]): text.strip()} if text.strip() else {}
        return read(text, {identifier(request) for request in requests})

    def _question(self, requests: Sequence[Request]) -> str:
        question: dict[str, Any] = {
            "model": self._options.model,
            "messages": messages(requests, self._chat),
            "temperature": 0,
        }
        schema = self._schema and not self._chat.template
        try:
            return self._ask(
                question | ({"response_format": response_format(requests)} if schema else {}), requests
            )
        except RefusedError as error:
            if not schema or self._chat.structured == "yes" or error.status not in _NO_SCHEMA:
                raise
        text = self._ask(question, requests)  # without a schema it goes: the server knows none
        self._schema = False
        return text

    def _ask(self, question: dict[str, Any], requests: Sequence[Request]) -> str:
        headers = {"Authorization": f"Bearer {self._secret}"} if self._secret else {}
        sent = sum(len(message["content"]) for message in question["messages"])
        guess = self._spending.reserve(sent, [request.text for request in requests])
        counted: Any = None
        try:
            answer = self._server.ask("POST", "/chat/completions", json=question, headers=headers)
            counted = (answer.get("usage") or {}) if isinstance(answer, dict) else {}
        finally:
            self._spending.count(guess, counted)
        try:
            choice = answer["choices"][0]
            text, reason = choice["message"]["content"], choice.get("finish_reason")
        except (TypeError, KeyError, IndexError) as error:
            raise EngineError(f"{self.name}: its answer holds no translation") from error
        if reason == "length":
            raise EngineError(f"{self.name}: the model's answer was cut off")
        if not isinstance(text, str):
            raise EngineError(f"{self.name}: the model refused to answer")
        return text


def _together(requests: Sequence[Request]) -> list[list[Request]]:
    """``requests`` by the passage they stand in; those without context each alone."""
    groups: dict[object, list[Request]] = {}
    for request in requests:
        place = (request.pair, request.context.passage) if request.context else request
        groups.setdefault(place, []).append(request)
    return list(groups.values())


def _told(request: Request, answer: str, why: str) -> Request:
    place = request.context or Context(Passage((Piece("", request.text),)))
    return replace(request, context=replace(place, correction=Correction(answer, (why,))))
