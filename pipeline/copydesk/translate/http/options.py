"""What can be set about servers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from copydesk.stage import Options

EFFORT = frozenset({"timeout", "retries", "patience", "rate", "parallel"})
"""The options that shape how hard a server is asked, not what it says."""


class HttpOptions(Options):
    """The ``[translate.http]`` table of a configuration. Keys come from the environment alone."""

    url: str = Field("", description="Base address of the server, as in http://127.0.0.1:2737.")
    model: str = Field("", description="The model a chat endpoint is asked for.")
    revision: str = Field(
        "", description="Any text; change it when the server's model changes, and its work is redone."
    )
    escaped: Literal["auto", "yes", "no"] = Field(
        "auto", description="Whether the server writes &amp; for &; auto judges each answer by its request."
    )
    timeout: float = Field(30.0, gt=0, description="Seconds for one try, first byte to last.")
    retries: int = Field(4, ge=0, le=20, description="Further tries after one that failed.")
    patience: float = Field(60.0, ge=0, description="The longest wait that a server may ask for, seconds.")
    rate: float = Field(0.0, ge=0, description="Most requests a second; 0 for no limit.")
    parallel: int = Field(2, ge=1, le=64, description="Requests under way at once, one segment each.")
