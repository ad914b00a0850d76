"""What can be asked: LibreTranslate's three questions (https://docs.libretranslate.com), repair and check."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal, TypeVar

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, ValidationError

from copydesk.data import Detection, Pair
from copydesk.errors import CopydeskError, InputError
from copydesk.formats.language_tag import required_tag
from copydesk.languages import facts
from copydesk.server.access import Limits, Pace
from copydesk.server.frame import Figures
from copydesk.server.markup import Fragment
from copydesk.server.work import Workroom

M = TypeVar("M", bound="Question")


class RefusedError(CopydeskError):
    """A client may not ask this, or not now."""

    def __init__(self, status: int, message: str, *, remedy: str = "", wait: float = 0.0) -> None:
        super().__init__(message, remedy=remedy)
        self.status, self.wait = status, wait


class Question(BaseModel):
    """What every question may hold."""

    api_key: str | None = None


class Translate(Question):
    """A text or several, from ``source`` (or "auto") into ``target``."""

    q: str | list[str]
    source: str = "auto"
    target: str
    format: Literal["text", "html"] = "text"


class Detect(Question):
    """A text whose language is asked."""

    q: str


class Repair(Question):
    """A text with broken numbers, and what it was translated from."""

    text: str
    language: str
    source: str | None = None
    source_language: str | None = None


class Check(Question):
    """Pairs of a text and its translation."""

    pairs: list[tuple[str, str]] = Field(max_length=1000)
    source: str
    target: str


class Door:
    """Lets questions in: understood, from a client who may ask, and not too large."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._pace = limits, Pace(limits.per_minute)

    async def asked(self, request: Request, model: type[M]) -> M:
        """The question of a request.

        Raises:
            InputError: it cannot be understood.
            RefusedError: the client may not ask, or has to wait.
        """
        question = _understood(model, await _parameters(request))
        owner = self._limits.owner(question.api_key)
        if owner is None:
            raise RefusedError(403, "the key is wrong or missing", remedy="Send it as api_key or X-API-Key")
        client = request.client.host if request.client else ""
        if wait := self._pace.wait(owner or client):
            remedy = f"Ask again in {wait:.0f} seconds"
            raise RefusedError(429, "too many requests", remedy=remedy, wait=wait)
        return question

    def owner(self, question: Question) -> str:
        """Whose question it is; "" where nobody has a name."""
        return self._limits.owner(question.api_key) or ""

    def measured(self, texts: Sequence[str]) -> Sequence[str]:
        """``texts``, which are not too many.

        Raises:
            RefusedError: they are.
        """
        most = self._limits
        if len(texts) > most.texts or sum(map(len, texts)) > most.characters:
            said = f"a request may hold {most.texts} texts and {most.characters} characters"
            raise RefusedError(413, said, remedy="Send less at once")
        return texts


def translation_routes(room: Workroom, door: Door, figures: Figures) -> APIRouter:
    """LibreTranslate's questions, each as JSON, as a form or in the address."""
    router = APIRouter()

    @router.post("/translate", openapi_extra=_body(Translate))
    async def translate(request: Request) -> dict[str, Any]:
        """Translate, as LibreTranslate does."""
        question = await door.asked(request, Translate)
        given = [question.q] if isinstance(question.q, str) else question.q
        door.measured(given)
        fragments = [Fragment(one) for one in given] if question.format == "html" else []
        texts = [text for one in fragments for text in one.texts] if fragments else given
        source, detected = await _source(room, question.source, texts)
        pair = Pair(source, required_tag(question.target))
        said: Sequence[str] = texts
        if pair.source != pair.target and any(text.strip() for text in texts):
            work = room.translate(texts, pair)
            said = await asyncio.wrap_future(work)
            figures.characters.labels(str(pair)).inc(sum(map(len, texts)))
        if fragments:
            left = iter(said)
            said = [one.with_texts([next(left) for _ in one.texts]) for one in fragments]
        single = isinstance(question.q, str)
        answer: dict[str, Any] = {"translatedText": said[0] if single else list(said)}
        if detected:
            answer["detectedLanguage"] = detected if single else [detected] * len(given)
        return answer

    @router.post("/detect", openapi_extra=_body(Detect))
    async def detect(request: Request) -> list[dict[str, Any]]:
        """The language of a text, with confidence in percent; an empty list if it cannot be told."""
        question = await door.asked(request, Detect)
        found = await asyncio.wrap_future(room.detect(door.measured([question.q])[0]))
        return [_percent(found)] if found.language else []

    @router.get("/languages")
    async def languages() -> list[dict[str, Any]]:
        """What can be translated into what."""
        into: dict[str, set[str]] = {}
        for pair in room.pairs:
            into.setdefault(pair.source, {pair.source}).add(pair.target)
        return [
            {"code": code, "name": facts(code).name, "targets": sorted(into[code])} for code in sorted(into)
        ]

    return router


def text_routes(room: Workroom, door: Door) -> APIRouter:
    """Repair and check."""
    router = APIRouter()

    @router.post("/repair", openapi_extra=_body(Repair))
    async def repair(request: Request) -> dict[str, Any]:
        """Restore broken numbers, with proofs."""
        question = await door.asked(request, Repair)
        door.measured([question.text, question.source or ""])
        other = required_tag(question.source_language) if question.source_language else None
        work = room.repair(question.text, question.source, required_tag(question.language), other)
        found = await asyncio.wrap_future(work)
        return asdict(found)

    @router.post("/check", openapi_extra=_body(Check))
    async def check(request: Request) -> dict[str, Any]:
        """What the checks say of translations: the findings of each pair."""
        question = await door.asked(request, Check)
        door.measured([text for pair in question.pairs for text in pair])
        pair = Pair(required_tag(question.source), required_tag(question.target))
        found = await asyncio.wrap_future(room.check(question.pairs, pair))
        return {"findings": [[asdict(finding) for finding in one] for one in found]}

    return router


async def _source(room: Workroom, source: str, texts: Sequence[str]) -> tuple[str, dict[str, Any] | None]:
    """The language to translate from, and what to tell where it had to be detected."""
    if source != "auto":
        return required_tag(source), None
    found = await asyncio.wrap_future(room.detect("\n".join(texts)))
    if found.language is None:
        raise InputError("the language of the text cannot be told", remedy="Name it as source")
    return found.language, _percent(found)


def _percent(found: Detection) -> dict[str, Any]:
    return {"language": found.language, "confidence": round(found.confidence * 100)}


async def _parameters(request: Request) -> dict[str, Any]:
    """What the address says, with what the body says on top."""
    values: dict[str, Any] = dict(request.query_params)
    if key := request.headers.get("x-api-key"):
        values["api_key"] = key
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        form = await request.form()
        for name in form:
            found = form.getlist(name)
            values[name] = found if len(found) > 1 else found[0]
        return values
    body = await request.body()
    if not body.strip():
        return values
    try:
        said = await request.json()
    except (ValueError, RecursionError) as error:
        raise InputError("the body is no JSON", remedy="Send JSON or a form") from error
    if not isinstance(said, dict):
        raise InputError("the body is no JSON object", remedy="See /docs")
    return values | said


def _understood(model: type[M], values: dict[str, Any]) -> M:
    try:
        question = model.model_validate(values)
        question.model_dump_json()
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{place}: {first['msg']}", remedy="See /docs") from error
    except ValueError as error:  # half a surrogate pair, which JSON can escape
        raise InputError("a text is no Unicode", remedy="Send whole characters") from error
    return question


def _body(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    kinds = ("application/json", "application/x-www-form-urlencoded")
    return {"requestBody": {"required": True, "content": {kind: {"schema": schema} for kind in kinds}}}
