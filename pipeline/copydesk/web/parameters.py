"""What an address may hold: numbers that every store can hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Path, Query

_MOST = 2**63 - 1

Id = Annotated[int, Path(ge=0, le=_MOST)]
"""The id of an article or segment in a path."""

Number = Annotated[int, Query(ge=0, le=1_000_000_000)]
"""A page, a sheet, or the id of something on the page."""

Version = Annotated[int, Form(ge=0, le=_MOST)]
"""The version of a segment that a form was made for."""
