"""Whole articles: handed in, asked after, fetched."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from pydantic import Field
from starlette.datastructures import UploadFile

from copydesk.errors import InputError
from copydesk.formats.language_tag import required_tag
from copydesk.server.articles import Articles
from copydesk.server.routes import Door, Question, RefusedError

_UNTRUSTED = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
"""Published pages hold what clients handed in."""


class Submission(Question):
    """An article as ``content``, or as the uploaded ``file``, whose name it has unless ``name`` is given.

    ``target`` is a language or several, in a list or with commas; without ``source`` it is detected.
    """

    content: str | None = None
    file: Any = Field(default=None, exclude=True)
    name: str | None = None
    source: str | None = None
    target: str | list[str]


def article_routes(articles: Articles, door: Door) -> APIRouter:
    """What can be asked about whole articles."""
    router = APIRouter(prefix="/v1/articles")

    @router.post("", status_code=202, openapi_extra=_body())
    async def submit(request: Request) -> Response:
        """Hand in an article in any format that the desk reads; one with a known name is its new version."""
        asked = await door.asked(request, Submission)
        name, body = await _handed_in(asked)
        await request.close()
        given = asked.target.split(",") if isinstance(asked.target, str) else asked.target
        targets = tuple(dict.fromkeys(required_tag(tag.strip()) for tag in given))
        source = required_tag(asked.source) if asked.source and asked.source != "auto" else None
        taken = await asyncio.to_thread(
            articles.submit, body, owner=door.owner(asked), name=name, targets=targets, source=source
        )
        place = f"/v1/articles/{taken.id}"
        return JSONResponse({"id": taken.id, "name": name, "state": place}, 202, {"Location": place})

    @router.get("/{name}")
    async def state(name: str, request: Request) -> dict[str, Any]:
        """Where it stands: waiting, running, done or failed; then its versions with their files."""
        asked = await door.asked(request, Question)
        found = await asyncio.to_thread(articles.state, name, door.owner(asked))
        if found is None:
            raise RefusedError(404, f"there is no article {name!r}", remedy="Take the id that POST gave")
        return found

    @router.get("/{name}/files/{path:path}")
    async def file(name: str, path: str, request: Request) -> Response:
        """A published file, as its version lists it."""
        asked = await door.asked(request, Question)
        found = await asyncio.to_thread(articles.file, name, door.owner(asked), path)
        if found is None:
            raise RefusedError(404, f"there is no file {path!r}", remedy="Take a name that the state lists")
        return FileResponse(found, headers=_UNTRUSTED)

    return router


async def _handed_in(asked: Submission) -> tuple[str, bytes]:
    if isinstance(asked.file, UploadFile):
        return asked.name or asked.file.filename or "", await asked.file.read()
    if asked.content is None:
        raise InputError("there is no article", remedy="Send it as content, or upload it as file")
    return asked.name or "", asked.content.encode()


def _body() -> dict[str, Any]:
    schema = Submission.model_json_schema()
    schema["properties"].pop("file")
    upload = schema | {"properties": schema["properties"] | {"file": {"type": "string", "format": "binary"}}}
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": schema}, "multipart/form-data": {"schema": upload}},
        }
    }
